export {
  bankOf,
  cardId,
  compareEvents,
  isCardEvent,
  type AnswerEvent,
  type BuryEvent,
  type CardEvent,
  type CardId,
  type EditEvent,
  type EventId,
  type FlagEvent,
  type JournalEvent,
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
export { DEFAULT_SETTINGS, type Settings } from './settings.ts';
export { settingsFor } from './settings-for.ts';
export { NO_CHANGES, settingsAt, settingsTimeline, type SettingsTimeline } from './timeline.ts';
export { addCounts, answersOf, isEmpty, noCounts, type DayCounts } from './counts.ts';
export type { CardSnapshot } from './snapshot.ts';
export { advanceCard, canAdvance, foldCard, foldCards, type FoldedCard } from './fold.ts';
export { traceCard, type AnswerTrace, type CardTrace, type TraceStep } from './trace.ts';
export {
  documentMemory,
  memoryLevel,
  type DocumentMemory,
  type MemoryLevel,
  type ParagraphRecall,
  type SectionMemory,
  type Stroke,
} from './memory-map.ts';
export {
  calendar,
  cardStates,
  dueForecast,
  totalsOf,
  type CalendarDay,
  type CardStates,
  type DayLoad,
  type Share,
  type Totals,
} from './statistics.ts';
export { ReviewGatherer } from './training.ts';
