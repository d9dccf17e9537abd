export { assembleQuiz, eligible, sectionOf, type Recipe } from './assemble.ts';
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
