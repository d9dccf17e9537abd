import type { Rule } from '../types.ts';
import { coverage, nearDuplicate, typeMix } from './bank.ts';
import { blindStrategies, keyPosition } from './blind.ts';
import { distractorElsewhere } from './elsewhere.ts';
import { explanation, keyGrounded } from './grounding.ts';
import { optionKind } from './option-kind.ts';
import { clang, keyLength, oneKey } from './options.ts';
import { quoteExact, quoteFindable } from './quotes.ts';
import { ownKey, stemForm } from './stem.ts';
import { trueFalseBalance, trueFalseNot } from './truefalse.ts';
import { optionWording } from './wording.ts';

/** Part A of the standard, in its order. */
export const RULES: readonly Rule[] = [
  quoteExact,
  quoteFindable,
  keyGrounded,
  explanation,
  distractorElsewhere,
  oneKey,
  keyLength,
  optionWording,
  clang,
  optionKind,
  stemForm,
  trueFalseBalance,
  trueFalseNot,
  ownKey,
  keyPosition,
  blindStrategies,
  coverage,
  nearDuplicate,
  typeMix,
];
