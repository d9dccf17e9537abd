import { err, ok, type Instant, type RandomBytes, type Result } from '../primitives/index.ts';
import { cleanName, type Asked, type Vote } from '../classroom/index.ts';
import { readAnswer, writeAnswer, type Given } from './answers.ts';
import { BitReader, BitWriter } from './bits.ts';
import { digest, toHex } from './digest.ts';
import { headOf, NO_KEY, openAs, UNREADABLE } from './head.ts';
import { seal } from './seal.ts';

/** An answer of a live session, as the phone gave it. */
export interface LiveGiven extends Given {
  readonly place: number;
  readonly vote: Vote;
}

/** All that a phone answered in a live session whose connection has died. */
export interface LiveHandedIn {
  /** The student’s seat in the session. */
  readonly seat: string;
  readonly name: string;
  /** When it was sealed, to the second, by the phone’s clock. */
  readonly at: Instant;
  readonly answers: readonly LiveGiven[];
}

const TEXT_BITS = 8;
const SECONDS_BITS = 32;
const COUNT_BITS = 10;
const PLACE_BITS = 10;

/** The name of a session in the head of a result: sixteen hexadecimal digits. */
export function liveId(session: string): string {
  return toHex(digest(8, 'live session', session));
}

/** @param askedAt the question at a place, as the phone was asked it */
export function sealLive(
  { seat, name, at, answers }: LiveHandedIn,
  session: string,
  askedAt: (place: number) => Asked | undefined,
  publicKey: Uint8Array,
  randomBytes: RandomBytes,
): Result<Uint8Array> {
  const known = answers.filter(({ place }) => askedAt(place));
  const writer = new BitWriter();
  writer.text(seat, TEXT_BITS);
  writer.text(name, TEXT_BITS);
  writer.number(Math.floor(at / 1000), SECONDS_BITS);
  writer.number(known.length, COUNT_BITS);
  for (const given of known) {
    writer.number(given.place, PLACE_BITS);
    writer.number(given.vote - 1, 1);
    writeAnswer(writer, askedAt(given.place)!, given, true);
  }
  const sealed = seal(writer.finish(), headOf('live', liveId(session)), publicKey, randomBytes);
  return sealed ? ok(sealed) : err(NO_KEY);
}

/** @param askedAt the question at a place of the session’s plan, however it was shown */
export function openLive(
  sealed: Uint8Array,
  session: string,
  askedAt: (place: number) => Asked | undefined,
  secret: Uint8Array,
): Result<LiveHandedIn> {
  const plain = openAs('live', sealed, liveId(session), secret);
  if (!plain.ok) return plain;
  const reader = new BitReader(plain.value);
  const seat = reader.text(TEXT_BITS);
  const name = cleanName(reader.text(TEXT_BITS));
  const at = 1000 * reader.number(SECONDS_BITS);
  const count = reader.number(COUNT_BITS);
  const answers: LiveGiven[] = [];
  for (let read = 0; read < count; read++) {
    const place = reader.number(PLACE_BITS);
    const vote = reader.number(1) === 0 ? 1 : 2;
    const asked = askedAt(place);
    const given = asked && readAnswer(reader, asked, true);
    if (!given) return err(UNREADABLE);
    answers.push({ place, vote, ...given });
  }
  return name !== null && reader.isDone ? ok({ seat, name, at, answers }) : err(UNREADABLE);
}
