export { default as Answer } from './Answer.svelte';
export { default as Asked } from './Asked.svelte';
export { default as Button } from './Button.svelte';
export { default as FlagMark } from './FlagMark.svelte';
export { default as GradeBar } from './GradeBar.svelte';
export { default as Nav } from './Nav.svelte';
export { default as Notice } from './Notice.svelte';
export { default as Options } from './Options.svelte';
export { default as Page } from './Page.svelte';
export { default as Prompt } from './Prompt.svelte';
export { default as Source } from './Source.svelte';
export { default as Toast } from './Toast.svelte';
export { default as Up } from './Up.svelte';
export { default as StudyBar } from './StudyBar.svelte';
export { default as StudyMenu } from './StudyMenu.svelte';
export { default as StudyEnd } from './StudyEnd.svelte';
export { default as StudyWays } from './StudyWays.svelte';
export { default as StudyFrame } from './StudyFrame.svelte';
export { agoWords, longSize, longSpan } from './words.ts';
export { STUDY_KEYS } from './study-keys.ts';
export { isAmong, SHEET_KEYS } from './keys.ts';
export { swipe } from './swipe.ts';
export { default as AsTable } from './AsTable.svelte';
export { default as PartList } from './PartList.svelte';
export { watchParts, type Part, type PartGroup } from './part-list.ts';
export { default as Forecast } from './Forecast.svelte';
export { default as Whereabouts } from './Whereabouts.svelte';
export { default as MemoryStrip } from './MemoryStrip.svelte';
export { aheadName } from './ahead-name.ts';
export { dateOf, dayName, dayOf, isoDay } from './days.ts';
export { default as SectionMemory } from './SectionMemory.svelte';
export { default as ActivityFigure } from './progress/ActivityFigure.svelte';
export { default as ButtonsFigure } from './progress/ButtonsFigure.svelte';
export { default as CalendarFigure } from './progress/CalendarFigure.svelte';
export { default as CalibrationFigure } from './progress/CalibrationFigure.svelte';
export { default as DueFigure } from './progress/DueFigure.svelte';
export { default as HistogramFigure } from './progress/HistogramFigure.svelte';
export { default as HoursFigure } from './progress/HoursFigure.svelte';
export { default as KnownNow } from './progress/KnownNow.svelte';
export { default as ProgressFilter } from './progress/ProgressFilter.svelte';
export { default as RetentionFigure } from './progress/RetentionFigure.svelte';
export { default as StatesFigure } from './progress/StatesFigure.svelte';
export { default as WhatIf } from './progress/WhatIf.svelte';
export { default as Sentence } from './Sentence.svelte';
export { default as Skeleton } from './Skeleton.svelte';
export { default as ReaderArticle } from './ReaderArticle.svelte';
export type { ParagraphsShown } from './paragraphs-shown.ts';
export { default as ReaderBar } from './ReaderBar.svelte';
export { default as ReaderCited } from './ReaderCited.svelte';
export { default as PassageActions } from './PassageActions.svelte';
export { default as ReaderContents } from './ReaderContents.svelte';
export { default as ReaderDialog } from './ReaderDialog.svelte';
export { default as ReaderFrame } from './ReaderFrame.svelte';
export { default as ReaderMap } from './ReaderMap.svelte';
export { default as ReaderMarks } from './ReaderMarks.svelte';
export { default as ReaderOpening } from './ReaderOpening.svelte';
export { default as ReaderQuestions } from './ReaderQuestions.svelte';
export { default as ReaderSearch } from './ReaderSearch.svelte';
export { default as ReaderLook } from './ReaderLook.svelte';
export { default as VoiceChoice } from './VoiceChoice.svelte';
export { default as ReaderAloud } from './ReaderAloud.svelte';
export {
  bringToMiddle,
  canHighlight,
  followReading,
  followSight,
  highlight,
  holdInPlace,
  isInSight,
  showWords,
} from './reader-dom.ts';
export {
  citationHref,
  placeHref,
  printHref,
  repairHref,
  studyCardsHref,
  studyHref,
  tourHref,
  whyHref,
} from './addresses.ts';
export { default as Shelf } from './Shelf.svelte';
export { default as SuspendedCards } from './SuspendedCards.svelte';
export { default as QuizAttempts } from './QuizAttempts.svelte';
export { default as QuizBar } from './QuizBar.svelte';
export { default as QuizExam } from './QuizExam.svelte';
export { default as QuizFindings } from './QuizFindings.svelte';
export { default as QuizMistakes } from './QuizMistakes.svelte';
export { default as QuizOverview } from './QuizOverview.svelte';
export { default as QuizPills } from './QuizPills.svelte';
export { default as QuizPresets } from './QuizPresets.svelte';
export { default as QuizResult } from './QuizResult.svelte';
export { default as QuizRun } from './QuizRun.svelte';
export { default as QuizWays } from './QuizWays.svelte';
export { default as QuizSetup } from './QuizSetup.svelte';
export { default as QuizShare } from './QuizShare.svelte';
export { default as SettingField } from './SettingField.svelte';
export { default as SettingGroup } from './SettingGroup.svelte';
export { default as SettingPills } from './SettingPills.svelte';
export { default as SettingRange } from './SettingRange.svelte';
export { default as SettingSelect } from './SettingSelect.svelte';
export { default as CardHistory } from './CardHistory.svelte';
export {
  clockTime,
  days,
  RATING_WORDS,
  type HappenedToCard,
  type HistoryEntry,
} from './card-history.ts';
export { default as ForgettingCurve } from './ForgettingCurve.svelte';
export { default as Icon } from './Icon.svelte';
export { default as FitFigures } from './FitFigures.svelte';
export { default as SettingBreaks } from './SettingBreaks.svelte';
export { default as SettingDetails } from './SettingDetails.svelte';
export { default as Switches } from './Switches.svelte';
export { default as SettingWeek } from './SettingWeek.svelte';
export { default as BulkBar } from './BulkBar.svelte';
export { default as CardFilters } from './CardFilters.svelte';
export { default as CardList } from './CardList.svelte';
export { default as CardSearch } from './CardSearch.svelte';
export { default as CardSearchHelp } from './CardSearchHelp.svelte';
export { default as CardSheet } from './CardSheet.svelte';
export { default as CardTable } from './CardTable.svelte';
export { default as TagEditor } from './TagEditor.svelte';
export { emptyWords, ORDER_WORDS } from './card-words.ts';
export { isOwn } from './own-question.ts';
export { default as ItemFigures } from './items/ItemFigures.svelte';
export { default as ItemTable } from './items/ItemTable.svelte';
export { default as PredictionRecord } from './progress/PredictionRecord.svelte';
export { default as ScoreRange } from './progress/ScoreRange.svelte';
export { readyWords, unseenWords } from './progress/ready-words.ts';
export { default as CardPaper } from './paper/CardPaper.svelte';
export { default as PaperControls } from './paper/PaperControls.svelte';
export { default as PaperFrame } from './paper/PaperFrame.svelte';
export { default as Rows } from './Rows.svelte';
export { default as Offer } from './Offer.svelte';
export { default as PaperQuestions } from './paper/PaperQuestions.svelte';
export { default as QuizPaper } from './paper/QuizPaper.svelte';
export type { PaperHead, PaperLook } from './paper/types.ts';
export { default as CodeLoop } from './handout/CodeLoop.svelte';
export { default as CodeWatcher } from './handout/CodeWatcher.svelte';
export { default as CollectedList } from './handout/CollectedList.svelte';
export { default as CopyText } from './handout/CopyText.svelte';
export { default as HeldList } from './handout/HeldList.svelte';
export { default as LiveLeft } from './handout/LiveLeft.svelte';
export { default as TakeExplained } from './handout/TakeExplained.svelte';
export { default as TakeQuestion } from './handout/TakeQuestion.svelte';
export { default as WhatItProves } from './handout/WhatItProves.svelte';
export { default as KeySheet } from './KeySheet.svelte';
export { default as CodeField } from './classroom/CodeField.svelte';
export { default as LiveClock } from './classroom/LiveClock.svelte';
export { default as LiveEnd } from './classroom/LiveEnd.svelte';
export { default as LiveFoot } from './classroom/LiveFoot.svelte';
export { default as LiveHead } from './classroom/LiveHead.svelte';
export { liveHint } from './classroom/live-hint.ts';
export { answeredWords, hereWords, savedWords } from './classroom/live-words.ts';
export { withDots } from './gap.ts';
export { default as LinkRow } from './LinkRow.svelte';
export { default as LivePassage } from './classroom/LivePassage.svelte';
export { default as LiveReveal } from './classroom/LiveReveal.svelte';
export { default as LiveScene } from './classroom/LiveScene.svelte';
export { default as LiveWays } from './classroom/LiveWays.svelte';
export { default as NameChoice } from './classroom/NameChoice.svelte';
export { default as RecordList } from './gradebook/RecordList.svelte';
export { default as QuizSure } from './QuizSure.svelte';
export { default as AnswerGrid } from './gradebook/AnswerGrid.svelte';
export { default as AnswerView } from './gradebook/AnswerView.svelte';
export { default as ClassFigures } from './gradebook/ClassFigures.svelte';
export { default as HeatSections } from './gradebook/HeatSections.svelte';
export { default as SureTable } from './gradebook/SureTable.svelte';
export { default as VotesFigure } from './gradebook/VotesFigure.svelte';
export type { AnswerShown, SaidAnswer, ShownAnswer, ShownPassage } from './gradebook/types.ts';
export { pointsWords, recordDate, SOURCE_WORDS, VERDICT_WORDS } from './gradebook/record-words.ts';
export { default as RoomClock } from './classroom/RoomClock.svelte';
export { default as MissedPassages } from './classroom/MissedPassages.svelte';
export { default as Standing } from './classroom/Standing.svelte';
export { default as BoardAsking } from './classroom/board/BoardAsking.svelte';
export { default as BoardEnd } from './classroom/board/BoardEnd.svelte';
export { default as BoardFrame } from './classroom/board/BoardFrame.svelte';
export { default as BoardLobby } from './classroom/board/BoardLobby.svelte';
export { default as BoardReveal } from './classroom/board/BoardReveal.svelte';
export { default as BoardShares } from './classroom/board/BoardShares.svelte';
export { default as DocumentRow } from './classroom/DocumentRow.svelte';
export { default as OwnDocuments } from './classroom/OwnDocuments.svelte';
export { default as DrawnQuestions } from './classroom/host/DrawnQuestions.svelte';
export { default as EndSheet } from './classroom/host/EndSheet.svelte';
export { default as HostHead } from './classroom/host/HostHead.svelte';
export { default as HostOverview } from './classroom/host/HostOverview.svelte';
export { default as HostPeople } from './classroom/host/HostPeople.svelte';
export { default as HostQuestion } from './classroom/host/HostQuestion.svelte';
export { default as HostRules } from './classroom/host/HostRules.svelte';
export { default as HostSetup } from './classroom/host/HostSetup.svelte';
export { default as NetworkHelp } from './classroom/host/NetworkHelp.svelte';
export { default as RoomDoor } from './classroom/host/RoomDoor.svelte';
export { default as SeatList } from './classroom/host/SeatList.svelte';
export { default as SeatSheet } from './classroom/host/SeatSheet.svelte';
export { BOARD_KEYS, HOST_KEYS, isForPage } from './classroom/host-keys.ts';
export * from './markers/index.ts';
