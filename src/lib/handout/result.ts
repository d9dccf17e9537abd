import { err, ok, type Instant, type RandomBytes, type Result } from '../primitives/index.ts';
import { cleanName, type Asked } from '../classroom/index.ts';
import { readAnswer, writeAnswer, type Given } from './answers.ts';
import { BitReader, BitWriter } from './bits.ts';
import { fromHex, toHex } from './digest.ts';
import { headOf, NO_KEY, openAs, UNREADABLE } from './head.ts';
import { seal } from './seal.ts';

/** What a student hands in. */
export interface HandedIn {
  /** This phone’s taking of the quiz: the same when it is shown again. Twelve hexadecimal digits. */
  readonly sheet: string;
  readonly name: string;
  /** When it was handed in, to the second, by the phone’s clock. */
  readonly at: Instant;
  /** Milliseconds from beginning to end, to the second; at most some 18 hours. */
  readonly spent: number;
  /** One for each question. */
  readonly answers: readonly (Given | null)[];
}

/** What both ends know of a quiz, to read and write results of it. */
export interface Sealing {
  /** Of the hand-out: sixteen hexadecimal digits. */
  readonly id: string;
  readonly asked: readonly Asked[];
  /** Whether students say how sure they are. */
  readonly sure: boolean;
}

const SHEET_BYTES = 6;
const SECONDS_BITS = 32;
const SPENT_BITS = 16;
const NAME_BITS = 8;

/** Thirty answers to choose from take about a hundred octets. */
export function sealResult(
  result: HandedIn,
  { id, asked, sure }: Sealing,
  publicKey: Uint8Array,
  randomBytes: RandomBytes,
): Result<Uint8Array> {
  const writer = new BitWriter();
  writer.bytes(fromHex(result.sheet, SHEET_BYTES)!);
  writer.number(Math.floor(result.at / 1000), SECONDS_BITS);
  writer.number(Math.min(2 ** SPENT_BITS - 1, Math.round(result.spent / 1000)), SPENT_BITS);
  writer.text(result.name, NAME_BITS);
  writer.number(sure ? 1 : 0, 1);
  asked.forEach((one, place) => writeAnswer(writer, one, result.answers[place] ?? null, sure));
  const sealed = seal(writer.finish(), headOf('quiz', id), publicKey, randomBytes);
  return sealed ? ok(sealed) : err(NO_KEY);
}

/** Opens and reads a result. */
export function openResult(
  sealed: Uint8Array,
  { id, asked }: Pick<Sealing, 'id' | 'asked'>,
  secret: Uint8Array,
): Result<HandedIn> {
  const plain = openAs('quiz', sealed, id, secret);
  if (!plain.ok) return plain;
  const reader = new BitReader(plain.value);
  const sheet = toHex(reader.bytes(SHEET_BYTES));
  const at = 1000 * reader.number(SECONDS_BITS);
  const spent = 1000 * reader.number(SPENT_BITS);
  const name = cleanName(reader.text(NAME_BITS));
  const sure = reader.number(1) === 1;
  const answers = asked.map((one) => readAnswer(reader, one, sure));
  const whole = answers.every((answer) => answer !== undefined);
  return whole && name !== null && reader.isDone
    ? ok({ sheet, at, spent, name, answers })
    : err(UNREADABLE);
}
