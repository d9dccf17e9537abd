import { LONGEST_TYPED, type Asked } from '../classroom/index.ts';
import type { Response } from '../grading/index.ts';
import { CONFIDENCES, type Confidence } from '../journal/index.ts';
import { bitsFor, type BitReader, type BitWriter } from './bits.ts';

export interface Given {
  readonly response: Response;
  readonly confidence: Confidence | null;
}

/** Bits of the length in octets of what was typed: `LONGEST_TYPED` units of UTF-16 are at most 900. What is longer is cut. */
const TYPED_BITS = 10;
/** None, or one of the three. */
const SURE_BITS = 2;

/** What codes count on: what was on offer, in an order that does not depend on how it was shown. */
function inOrder(asked: Asked): Asked {
  const [options, items, partners] = [asked.options, asked.items, asked.partners].map((list) =>
    [...list].sort(),
  ) as [string[], string[], string[]];
  return { ...asked, options, items, partners };
}

/** A bit whether it was answered; then the answer, by the places of what was on offer. */
export function writeAnswer(
  writer: BitWriter,
  asked: Asked,
  given: Given | null,
  sure: boolean,
): void {
  writer.number(given ? 1 : 0, 1);
  if (!given) return;
  writeResponse(writer, inOrder(asked), given.response);
  if (sure)
    writer.number(given.confidence ? CONFIDENCES.indexOf(given.confidence) + 1 : 0, SURE_BITS);
}

function writeResponse(writer: BitWriter, asked: Asked, response: Response): void {
  const place = (list: readonly string[], text: string, from = 0) => {
    const at = list.indexOf(text);
    if (at < 0) throw new Error(`“${text}” was not on offer`);
    writer.number(at + from, bitsFor(list.length + from));
  };
  switch (response.kind) {
    case 'truth':
      return writer.number(response.value ? 1 : 0, 1);
    case 'option':
      return place(asked.options, response.text);
    case 'options':
      for (const option of asked.options) {
        writer.number(response.texts.includes(option) ? 1 : 0, 1);
      }
      return;
    case 'sequence':
      for (const item of response.items) place(asked.items, item);
      return;
    case 'pairs':
      for (const left of asked.items) {
        const pair = response.pairs.find((one) => one.left === left);
        // 0 stands for none.
        if (pair) place(asked.partners, pair.right, 1);
        else writer.number(0, bitsFor(asked.partners.length + 1));
      }
      return;
    case 'typed':
    case 'written':
      return writer.text(response.text.slice(0, LONGEST_TYPED), TYPED_BITS);
    default:
      throw new Error(`A hand-out takes no answer of the kind ${response.kind}`);
  }
}

/** @returns `undefined` where it is damaged, null where nothing was answered */
export function readAnswer(
  reader: BitReader,
  asked: Asked,
  sure: boolean,
): Given | null | undefined {
  if (reader.number(1) === 0) return null;
  const response = readResponse(reader, inOrder(asked));
  const mark = sure ? reader.number(SURE_BITS) : 0;
  return response && { response, confidence: CONFIDENCES[mark - 1] ?? null };
}

function readResponse(reader: BitReader, asked: Asked): Response | undefined {
  const place = (list: readonly string[]) => list[reader.number(bitsFor(list.length))];
  switch (asked.type) {
    case 'truefalse':
      return { kind: 'truth', value: reader.number(1) === 1 };
    case 'choice': {
      const text = place(asked.options);
      return text === undefined ? undefined : { kind: 'option', text };
    }
    case 'multi': {
      const texts = asked.options.filter(() => reader.number(1) === 1);
      return { kind: 'options', texts };
    }
    case 'order': {
      const items = asked.items.map(() => place(asked.items));
      // Each of them once.
      return items.every((item) => item !== undefined) && new Set(items).size === items.length
        ? { kind: 'sequence', items }
        : undefined;
    }
    case 'match': {
      const { partners } = asked;
      const rights = asked.items.map(() => reader.number(bitsFor(partners.length + 1)));
      if (rights.some((right) => right > partners.length)) return undefined;
      const pairs = asked.items.flatMap((left, at) => {
        const right = partners[rights[at]! - 1];
        return right === undefined ? [] : [{ left, right }];
      });
      return { kind: 'pairs', pairs };
    }
    case 'cloze':
    case 'short':
    case 'number':
      return { kind: 'typed', text: reader.text(TYPED_BITS) };
    case 'open':
      return { kind: 'written', text: reader.text(TYPED_BITS) };
  }
}
