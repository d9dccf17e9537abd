import { err, ok, type Failure, type Result } from '../primitives/index.ts';
import type { Planned } from '../classroom/index.ts';
import { t } from '../language/index.ts';
import { bytesToUtf8, concatBytes, utf8ToBytes } from '@noble/ciphers/utils.js';
import { fromHex } from './digest.ts';
import { handoutId, type Identity } from './id.ts';
import { readPublic, writePublic } from './public.ts';
import { lock, unlock } from './seal.ts';
import { readPlanned, slimPlan } from './slim.ts';

/** Makes octets fewer, and more again; the platform does it. */
export interface Squeeze {
  deflate(bytes: Uint8Array): Promise<Uint8Array>;
  /** @returns null where they are damaged, or would be more than `most` */
  inflate(bytes: Uint8Array, most: number): Promise<Uint8Array | null>;
}

/** A quiz with its questions, for phones that do not have them: keys and explanations are locked. */
export interface WholeHandout extends Identity {
  readonly id: string;
  /** The octets of it all, as they go over QR codes. */
  readonly bytes: Uint8Array;
  readonly locked: Uint8Array;
}

/** `Q`, and the format. */
const MAGIC = Uint8Array.of(0x51, 1);
const LENGTH_BYTES = 4;
/** Octets that either part may grow to. */
const MOST_BYTES = 2_000_000;

/** @param code opens it */
export async function packWhole(
  identity: Identity,
  plan: readonly Planned[],
  code: string,
  squeeze: Squeeze,
): Promise<WholeHandout> {
  const id = handoutId(identity);
  const open = await squeeze.deflate(utf8ToBytes(JSON.stringify(writePublic(identity))));
  const keys = await squeeze.deflate(utf8ToBytes(JSON.stringify(slimPlan(plan))));
  const locked = lock(keys, code, fromHex(id, 8)!);
  const length = Uint8Array.from(
    { length: LENGTH_BYTES },
    (_, at) => (open.length >> (8 * at)) & 255,
  );
  return { ...identity, id, locked, bytes: concatBytes(MAGIC, length, open, locked) };
}

/** Reads what a loop of QR codes gave. */
export async function unpackWhole(
  bytes: Uint8Array,
  squeeze: Squeeze,
): Promise<Result<WholeHandout>> {
  if (bytes[0] !== MAGIC[0]) return err(NO_QUIZ);
  if (bytes[1] !== MAGIC[1]) return err(NEWER);
  const start = MAGIC.length + LENGTH_BYTES;
  const length = bytes
    .slice(MAGIC.length, start)
    .reduce((sum, byte, at) => sum + byte * 256 ** at, 0);
  const open = await squeeze.inflate(bytes.slice(start, start + length), MOST_BYTES);
  const identity = open && readPublic(jsonOf(open));
  if (!identity) return err(NO_QUIZ);
  const locked = bytes.slice(start + length);
  return ok({ ...identity, id: handoutId(identity), locked, bytes });
}

/** The questions with their keys, explanations and passages; fails where this is not the code. */
export async function unlockWhole(
  { id, locked, asked }: Pick<WholeHandout, 'id' | 'locked' | 'asked'>,
  code: string,
  squeeze: Squeeze,
): Promise<Result<readonly Planned[]>> {
  const keys = unlock(locked, code, fromHex(id, 8)!);
  if (!keys) return err(WRONG_CODE);
  const json = await squeeze.inflate(keys, MOST_BYTES);
  const plan = json && readPlanned(jsonOf(json), asked);
  return plan ? ok(plan) : err(NO_QUIZ);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(bytesToUtf8(bytes));
  } catch {
    return null;
  }
}

export const WRONG_CODE: Failure = {
  code: 'wrong-code',
  message: t('This code does not open this quiz. Look at it again, or scan it.'),
};
const NO_QUIZ: Failure = {
  code: 'no-handout',
  message: t('These codes hold no quiz that can be read. Ask your teacher to show them again.'),
};
const NEWER: Failure = {
  code: 'handout-newer',
  message: t(
    'This quiz comes from a newer version of Recite. Update the app on this device first.',
  ),
};
