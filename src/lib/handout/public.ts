import { FALSE, QUESTION_TYPES, TRUE } from '../bank/index.ts';
import type { Asked } from '../classroom/index.ts';
import { fromBase32, toBase32 } from './base32.ts';
import type { Identity } from './id.ts';
import { KEY_BYTES } from './seal.ts';

/**
 * What a phone may read of a hand-out at once, as JSON: lists in place of fields with names, since each
 * character costs a part of a QR code.
 */
export function writePublic({ title, sure, key, asked }: Identity): unknown {
  const questions = asked.map(
    ({ type, prompt, options, take, items, partners, unit, language }) => [
      QUESTION_TYPES.indexOf(type),
      prompt,
      type === 'truefalse' ? [] : options,
      take,
      items,
      partners,
      unit,
      language,
    ],
  );
  return [title, sure ? 1 : 0, toBase32(key), questions];
}

const MOST_QUESTIONS = 500;

/** @returns null where anything is missing, or of another kind: anybody can make QR codes */
export function readPublic(value: unknown): Identity | null {
  if (!Array.isArray(value)) return null;
  const [title, sure, written, questions] = value as readonly unknown[];
  const key = typeof written === 'string' ? fromBase32(written) : null;
  if (typeof title !== 'string' || key?.length !== KEY_BYTES || !Array.isArray(questions))
    return null;
  if (questions.length === 0 || questions.length > MOST_QUESTIONS) return null;
  const asked = questions.map(readAsked);
  return asked.every((one) => one !== null) ? { title, sure: sure === 1, key, asked } : null;
}

function readAsked(value: unknown, place: number): Asked | null {
  if (!Array.isArray(value)) return null;
  const [kind, prompt, options, take, items, partners, unit, language] =
    value as readonly unknown[];
  const type = QUESTION_TYPES[kind as number];
  if (type === undefined || type === 'open' || type === 'evidence') return null;
  if (typeof prompt !== 'string' || typeof unit !== 'string' || typeof language !== 'string')
    return null;
  if (!isTexts(options) || !isTexts(items) || !isTexts(partners) || typeof take !== 'number')
    return null;
  const offered = type === 'truefalse' ? [TRUE, FALSE] : options;
  if ((type === 'choice' || type === 'multi') && offered.length < 2) return null;
  return { place, type, prompt, options: offered, take, items, partners, unit, language };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
