export { isForCards, optionsFor, responseWith, type LetteredOption } from './asking.ts';
export { letterUp } from './letters.ts';
export { Readings, type Sighting } from './readings.ts';
export { readClassList, readRoster, writeRoster } from './roster.ts';
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
export { CARDS_ON_A_PAGE, sheetsOf, type CardSheet, type CardsOnAPage } from './sheets.ts';
export { LETTERS, type CardHolder, type ClassList, type Letter } from './types.ts';
export { readTyped, type OneLetter, type TypedSheet } from './typed.ts';
