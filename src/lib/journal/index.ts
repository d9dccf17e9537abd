export {
  bankOf,
  cardId,
  compareEvents,
  isCardEvent,
  type AnswerEvent,
  type AttemptEvent,
  type BuryEvent,
  type CardEvent,
  type CardId,
  type DraftEvent,
  type EditEvent,
  type EventId,
  type FlagEvent,
  type JournalEvent,
  type QuestionEvent,
  type QuizEvent,
  type ReadingEvent,
  type ResetEvent,
  type ResumeEvent,
  type ReviewEvent,
  type SettingsEvent,
  type SuspendEvent,
  type TagEvent,
  type UndoEvent,
  type Wording,
} from './events.ts';
export { DEFAULT_SETTINGS, EXAM_TIMES, type Settings } from './settings.ts';
export { settingsFor } from './settings-for.ts';
export { undoneEvents } from './undo.ts';
export { NO_CHANGES, settingsAt, settingsTimeline, type SettingsTimeline } from './timeline.ts';
export { addCounts, answersOf, isEmpty, noCounts, type DayCounts } from './counts.ts';
export type { CardSnapshot } from './snapshot.ts';
export { advanceCard, canAdvance, foldCard, foldCards, type FoldedCard } from './fold.ts';
export { ownQuestions, type OwnEntry } from './own-questions.ts';
export { traceCard, type AnswerTrace, type CardTrace, type TraceStep } from './trace.ts';
export {
  documentMemory,
  memoryLevel,
  memoryMap,
  type DocumentMemory,
  type MemoryLevel,
  type ParagraphRecall,
  type SectionMemory,
  type Stroke,
} from './memory-map.ts';
export {
  cardStates,
  dueForecast,
  knownOn,
  type CardStates,
  type Known,
  type PeriodLoad,
} from './statistics.ts';
export { ReviewGatherer } from './training.ts';
export { wilsonShare, type Share } from './share.ts';
export { cardAnswers, type Answer } from './answers.ts';
export { AnswerLogBuilder, buffersOf, chooseRows, firstDay, type AnswerLog } from './answer-log.ts';
export {
  activityOver,
  answersByDay,
  buttonsPressed,
  calibration,
  hoursOfDay,
  retention,
  retentionByAge,
  retentionOver,
  type Buttons,
  type DayAnswers,
  type PeriodActivity,
  type RatingCounts,
  type Recalled,
} from './answer-statistics.ts';
export { calendar, type CalendarDay } from './calendar.ts';
export {
  difficultyDistribution,
  recallDistribution,
  stabilityDistribution,
  type Bin,
  type Distribution,
} from './distributions.ts';
export { behaviourOf, type LearnerBehaviour } from './behaviour.ts';
export { recallBefore } from './recall-before.ts';
export { CONFIDENCES, isDue, quizRating, type Confidence } from './quiz-rating.ts';
