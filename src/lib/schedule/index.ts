export { AGAIN, GOOD, HARD, RATINGS, type Rating } from './rating.ts';
export { elapsedDays, recallOn, sameParameters, type Parameters } from './forgetting.ts';
export { memoryModel, replayed, type Memory, type MemoryModel } from './memory.ts';
export { DEFAULT_SCHEDULE, type ScheduleSettings } from './settings.ts';
export {
  measuredBehaviour,
  TYPICAL_BEHAVIOUR,
  type Behaviour,
  type Observed,
  type PerRating,
} from './behaviour.ts';
export {
  compareCourses,
  simulate,
  type Comparison,
  type SimulatedCard,
  type SimulatedWeek,
  type SimulationInput,
} from './simulate.ts';
export type {
  Break,
  CatchUp,
  EasyDay,
  Exam,
  LeechAction,
  NewOrder,
  ReviewOrder,
} from './policy.ts';
export {
  answerCard,
  fuzzSeed,
  gradeCard,
  previewGrades,
  scheduleCard,
  type Answered,
  type CardSchedule,
  type ChooseInterval,
  type Delay,
  type Learned,
  type GradePreview,
  type Phase,
} from './card.ts';
export {
  explainAnswer,
  forgettingCurve,
  recallAlong,
  type AnswerReason,
  type IntervalReason,
  type Stretch,
} from './explain.ts';
export {
  LEARN_AHEAD_MS,
  EMPTY_QUEUE,
  nextWaiting,
  queueLength,
  requeued,
  waitingCard,
  withoutCard,
  type Queue,
  type Waiting,
} from './queue.ts';
export { BALANCED_DAYS, balancedInterval } from './balance.ts';
export { comesOn, earliestFor, movedOn, roomOn, type DaysOff } from './days-off.ts';
export { isLeech } from './leech.ts';
export { mixed, prerequisitesFirst } from './order.ts';
export { catchUpDays, catchUpLoads, catchUpShare, isBacklog, isCatchingUp } from './backlog.ts';
