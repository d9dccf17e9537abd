export {
  assembleQuiz,
  eligible,
  QUIZ_KINDS,
  sectionOf,
  type QuizKind,
  type Recipe,
} from './assemble.ts';
export {
  check,
  finish,
  mistakes,
  next,
  resultsBySection,
  startRun,
  type Answered,
  type Run,
  type SectionResult,
} from './run.ts';
export { restoreRun, saveRun, type SavedRun } from './saved.ts';
