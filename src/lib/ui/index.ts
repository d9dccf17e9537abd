export { default as Answer } from './Answer.svelte';
export { default as Asked } from './Asked.svelte';
export { default as Button } from './Button.svelte';
export { default as GradeBar } from './GradeBar.svelte';
export { default as Nav } from './Nav.svelte';
export { default as Notice } from './Notice.svelte';
export { default as Page } from './Page.svelte';
export { default as Prompt } from './Prompt.svelte';
export { default as Source } from './Source.svelte';
export { default as StudyBar } from './StudyBar.svelte';
export { default as StudyEnd } from './StudyEnd.svelte';
export { default as StudyFrame } from './StudyFrame.svelte';
export { agoWords, longSize, longSpan, longTime, percent, plural, shortSpan } from './words.ts';
export { swipe } from './swipe.ts';
export { default as AsTable } from './AsTable.svelte';
export { default as Forecast } from './Forecast.svelte';
export { default as MemoryStrip } from './MemoryStrip.svelte';
export { dateOf, dayName, dayOf, isoDay } from './days.ts';
export { default as Calendar } from './Calendar.svelte';
export { default as CardStates } from './CardStates.svelte';
export { default as MemoryLegend } from './MemoryLegend.svelte';
export { default as Retention } from './Retention.svelte';
export { default as SectionMemory } from './SectionMemory.svelte';
export { default as Skeleton } from './Skeleton.svelte';
export { default as ReaderArticle } from './ReaderArticle.svelte';
export { default as ReaderBar } from './ReaderBar.svelte';
export { default as ReaderCited } from './ReaderCited.svelte';
export { default as ReaderContents } from './ReaderContents.svelte';
export { default as ReaderDialog } from './ReaderDialog.svelte';
export { default as ReaderFrame } from './ReaderFrame.svelte';
export { default as ReaderMap } from './ReaderMap.svelte';
export { default as ReaderMarks } from './ReaderMarks.svelte';
export { default as ReaderOpening } from './ReaderOpening.svelte';
export { default as ReaderQuestions } from './ReaderQuestions.svelte';
export { default as ReaderSearch } from './ReaderSearch.svelte';
export { default as ReaderSize } from './ReaderSize.svelte';
export { canHighlight, followReading, followSight, holdInPlace, showWords } from './reader-dom.ts';
export { citationHref, placeHref, studyHref, whyHref } from './addresses.ts';
export { default as Shelf } from './Shelf.svelte';
export { default as SuspendedCards } from './SuspendedCards.svelte';
export { default as QuizAttempts } from './QuizAttempts.svelte';
export { default as QuizMistakes } from './QuizMistakes.svelte';
export { default as QuizResult } from './QuizResult.svelte';
export { default as QuizRun } from './QuizRun.svelte';
export { default as QuizSetup } from './QuizSetup.svelte';
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
export { default as SettingWeek } from './SettingWeek.svelte';
