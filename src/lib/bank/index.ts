export {
  BLANK,
  LEVELS,
  QUESTION_TYPES,
  STANCES,
  TAGS,
  type Bank,
  type ChoiceQuestion,
  type ClozeQuestion,
  type Distractor,
  type EvidenceQuestion,
  type Level,
  type MatchQuestion,
  type MultiQuestion,
  type NumberQuestion,
  type OpenQuestion,
  type OrderQuestion,
  type Question,
  type QuestionType,
  type ShortQuestion,
  type Stance,
  type Tag,
  type TrueFalseQuestion,
} from './types.ts';
export { packBank, unpackBank, type PackedBank } from './pack.ts';
export { keyTexts, toExchange, type ExchangeQuestion } from './exchange.ts';
export { keptApart } from './apart.ts';
export { facesOf, familyOf, withFaces } from './faces.ts';
export { optionOrder, optionTexts } from './options.ts';
export { FALSE, keyOptions, shownWith, TRUE, type Shown } from './shown.ts';
export { readValues, type Value } from './values.ts';
export { searchedFor, withPassages, type Searched } from './passages.ts';
export { isOwn, isOwnQuestion, ownId, ownQuestion, withOwn, type OwnQuestion } from './own.ts';
