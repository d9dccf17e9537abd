export {
  cardId,
  compareEvents,
  isCardEvent,
  type AnswerEvent,
  type BuryEvent,
  type CardEvent,
  type CardId,
  type EventId,
  type JournalEvent,
  type QuizEvent,
  type ResumeEvent,
  type ReviewEvent,
  type SettingsEvent,
  type SuspendEvent,
  type UndoEvent,
} from './events.ts';
export { DEFAULT_SETTINGS, type Settings } from './settings.ts';
export { NO_CHANGES, settingsAt, settingsTimeline, type SettingsTimeline } from './timeline.ts';
export { addCounts, answersOf, isEmpty, noCounts, type DayCounts } from './counts.ts';
export { advanceCard, canAdvance, foldCard, type CardSnapshot, type FoldedCard } from './fold.ts';
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
