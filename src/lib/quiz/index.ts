export { sectionOf } from './askable.ts';
export { assembleQuiz, eligible, EVERYTHING, type Recipe, type Selection } from './assemble.ts';
export {
  check,
  finish,
  go,
  isUnjudged,
  judge,
  limitTo,
  mark,
  next,
  put,
  startRun,
  takeUp,
  tick,
  type Mode,
  type Rules,
  type Run,
} from './run.ts';
export {
  answeredAt,
  answersIn,
  outcomes,
  resultsBySection,
  tally,
  type Answered,
  type Outcome,
  type SectionResult,
} from './outcomes.ts';
export { examFromJournal, overFromJournal, restoreRun, saveRun, type SavedRun } from './saved.ts';
export { gapWords } from './gap-words.ts';
export { isQuizText, quizText, readQuizText, versionOf, type SharedQuiz } from './link.ts';
export { calibrationOf, type Calibration } from './calibration.ts';
export { MOST_ON_PAPER, paperOf } from './paper/paper.ts';
export { cardSheets, flashcardsOf } from './paper/flashcards.ts';
