export { isForCards, optionsFor, responseTo, type LetteredOption } from './asking.ts';
export { letterUp } from './letters.ts';
export { Readings, TO_COUNT, type Sighting } from './readings.ts';
export { MOST_CARDS, readClassList, readRoster, writeRoster } from './roster.ts';
export {
  beginPaper,
  endPaper,
  goOn,
  nextPlace,
  responsesOf,
  showAnswer,
  tallyOf,
  withLetter,
  type PaperSession,
  type Tally,
} from './session.ts';
export {
  CARDS_ON_A_PAGE,
  columnsOf,
  sheetsOf,
  type CardSheet,
  type CardsOnAPage,
} from './sheets.ts';
export { LETTERS, type CardHolder, type ClassList, type Letter } from './types.ts';
