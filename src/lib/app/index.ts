export { getRecite, Recite, setRecite } from './recite.svelte.ts';
export type { Wiring } from './wiring.ts';
export { StudySession } from './study.svelte.ts';
export type { Today } from './today.ts';
export {
  display,
  LINE_LENGTHS,
  TEXT_SIZES,
  THEMES,
  type LineLength,
  type AppLanguage,
  type TextSize,
  type Theme,
} from './display.svelte.ts';
export { keyboard } from './keyboard.svelte.ts';
export { Updates } from './updates.svelte.ts';
export { shownWith, type Shown } from '../bank/index.ts';
export { Overview } from './overview.svelte.ts';
export {
  readWording,
  wordingForm,
  type WordingChanges,
  type WordingFaults,
} from './wording-input.ts';
export { Progress } from './progress.svelte.ts';
export type { ProgressRange } from './progress-range.ts';
export { Simulator, type WhatIf } from './simulator/simulator.svelte.ts';
export { saveTable, type TableFile } from './tables.ts';
export { Reader } from './reader.svelte.ts';
export { DocumentSearch } from './document-search.svelte.ts';
export { readerData, type ReaderData } from './reader-data.ts';
export { saveFile } from './history.ts';
export { Library, type SuspendedCard } from './library.svelte.ts';
export { shelfEntry, type ShelfEntry } from './shelf.ts';
export { leaveSession, openSession } from './resume.ts';
export { QuizSession } from './quiz.svelte.ts';
export { saidIn, tableOf } from './quiz-table.ts';
export { passagesOf } from './quiz-again.ts';
export { codeOf, isOfAnotherVersion } from './quiz-shared.ts';
export type { QuizPreset } from './quiz-presets.ts';
export type { Level, Question, Tag } from '../bank/index.ts';
export {
  CLASS_KINDS,
  type QuizKind,
  type QuizLength,
  type QuizTime,
} from './quiz-choice.svelte.ts';
export { Device } from './device.svelte.ts';
export { Keeping } from './keeping.svelte.ts';
export { EXAM_TIMES } from '../journal/index.ts';
export {
  deviceMemory,
  lessonOf,
  noteBeginnings,
  readBeginnings,
  sessionCount,
} from './beginnings.ts';
export { installPrompt } from './install-prompt.svelte.ts';
export { MapBeside } from './map-beside.svelte.ts';
export { DAYS_AHEAD, MemoryAhead } from './memory-ahead.svelte.ts';
export { Installing } from './installing.svelte.ts';
export { badgeSwitch, noticeSwitch } from './device-switch.svelte.ts';
export { IconBadge } from './icon-badge.ts';
export { DueNotices } from './due-notices.ts';
export { Reminders } from './reminders.svelte.ts';
export { rebuild, SettingsEditor } from './settings.svelte.ts';
export {
  LIMITS,
  readSteps,
  readWhole,
  RETENTION,
  retentionWords,
  type Entered,
} from './settings-input.ts';
export { Why } from './why.svelte.ts';
export type { Explanation, Outlook } from './explanation.ts';
export { ReadingRecord } from './reading.ts';
export { fitWhenIdle } from './fit-when-idle.ts';
export { fittingOf } from './fitting.svelte.ts';
export { goodIntervals } from './fit-change.ts';
export { ENOUGH_REVIEWS } from '../schedule/fit/index.ts';
export { ExamPlanner } from './exam.svelte.ts';
export type { ExamOutlook } from './exam-outlook.ts';
export type { Leech } from './leech.ts';
export { lastingBreaks, Plans } from './plans.svelte.ts';
export {
  cardsHref,
  openBrowser,
  searchOf,
  tagSearch,
  type CardBrowser,
  type ListedCard,
} from './cards.svelte.ts';
export type { BulkAction } from './bulk.ts';
export { QuestionDraft } from './question-draft.svelte.ts';
export { Repair } from './repair.svelte.ts';
export { usedTags } from './used-tags.ts';
export { OwnRemoval } from './own-removal.svelte.ts';
export { ItemAnalysis, type ItemOrder } from './item-analysis.svelte.ts';
export { MOST_DAYS_AHEAD, Readiness } from './readiness.svelte.ts';
export { ENOUGH_SIGHTS } from '../quiz/readiness/index.ts';
export { HandoutMaker, type HandoutWay, type ShownHandout } from './handout/maker.svelte.ts';
export { handOverFile } from './handout/hand-over.ts';
export { Collector } from './handout/collector.svelte.ts';
export { Taker } from './handout/taker.svelte.ts';
export { Leaver } from './handout/leaver.svelte.ts';
export { squaresOf, type Squares } from './handout/squares.ts';
export { PaperDesk, type PaperKind } from './paper.svelte.ts';
export type { Document, TextPlace } from '../document/index.ts';
export { passageOf } from './passage/quotation.ts';
export { PassageSharing } from './passage/sharing.svelte.ts';
export { primeSpeech } from './aloud/prime.ts';
export { browserSpeech } from './aloud/browser-speech.ts';
export { RATES, Speaker } from './aloud/speaker.svelte.ts';
export { Aloud } from './aloud/aloud.svelte.ts';
export { takeMediaKeys } from './aloud/media-keys.ts';
export { answerAloud, askedAloud } from './aloud/card-words.ts';
export { HandsFree, THINKING } from './aloud/hands-free.svelte.ts';
export { BoardDesk } from './classroom/board.svelte.ts';
export { MissedKeeper } from './classroom/missed.svelte.ts';
export { shownReveal } from './classroom/shown-reveal.ts';
export { ClassBank } from './documents/class-bank.svelte.ts';
export { ClassDocuments } from './documents/class-documents.svelte.ts';
export { HostDesk } from './classroom/host.svelte.ts';
export { HostChoice, type HostKind, type HostLength } from './classroom/host-choice.svelte.ts';
export { nextStep, sideSteps } from './classroom/steps.ts';
export { stayAwake } from './classroom/awake.ts';
export type {
  BoardView,
  Command as LiveCommand,
  HostView,
  Stage as HostStage,
} from '../classroom/index.ts';
export type { Failure } from '../primitives/index.ts';
export { StudentDesk } from './classroom/student.svelte.ts';
export { slippedIn, type Slipped } from './slipped.ts';
export { click } from './haptics.ts';
export { recordHref } from './gradebook/shelf.svelte.ts';
export { ClassShelf } from './gradebook/class-shelf.svelte.ts';
export { RecordDesk, type StudentOrder } from './gradebook/record-desk.svelte.ts';
export { SweepDesk } from './markers/sweep.svelte.ts';
export type { PaperChoice } from './markers/paper-plan.ts';
export { CardDesk, SET_SIZES } from './markers/cards.svelte.ts';
export { LETTERS } from '../markers/index.ts';
export { PAPER_VERSIONS, TypedDesk, type PaperVersion } from './markers/typed.svelte.ts';
export { fetchSerif, firstLaunch, leaveFirstPage, pressAgain } from './first-page.ts';
