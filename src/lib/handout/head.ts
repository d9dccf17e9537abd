import { err, ok, type Failure, type Result } from '../primitives/index.ts';
import { t } from '../language/index.ts';
import { concatBytes } from '@noble/ciphers/utils.js';
import { fromHex, toHex } from './digest.ts';
import { open } from './seal.ts';

/** What a sealed result is of: a hand-out, or what a phone has left of a live session. */
export const KINDS = ['quiz', 'live'] as const;
export type ResultKind = (typeof KINDS)[number];

/** Readable before opening: the kind, which is its format too, and the name of quiz or session. */
const ID_BYTES = 8;
const HEAD_BYTES = 1 + ID_BYTES;

export function headOf(kind: ResultKind, id: string): Uint8Array {
  return concatBytes(Uint8Array.of(1 + KINDS.indexOf(kind)), fromHex(id, ID_BYTES)!);
}

/** What sealed octets are of; fails where they come from another version of the app. */
export function readHead(sealed: Uint8Array): Result<{ kind: ResultKind; id: string }> {
  if (sealed.length <= HEAD_BYTES) return err(UNREADABLE);
  const kind = KINDS[sealed[0]! - 1];
  return kind ? ok({ kind, id: toHex(sealed.slice(1, HEAD_BYTES)) }) : err(NEWER);
}

/** Opens what was sealed for this quiz or session, and says in words why not. */
export function openAs(
  kind: ResultKind,
  sealed: Uint8Array,
  id: string,
  secret: Uint8Array,
): Result<Uint8Array> {
  const head = readHead(sealed);
  if (!head.ok) return head;
  if (head.value.kind !== kind || head.value.id !== id) return err(ANOTHER);
  const plain = open(sealed, HEAD_BYTES, secret);
  return plain ? ok(plain) : err(CHANGED);
}

export const UNREADABLE: Failure = {
  code: 'result-unreadable',
  message: t(
    'This is no result that can be read. Scan it again, or let the student show it again.',
  ),
};
const NEWER: Failure = {
  code: 'result-newer',
  message: t(
    'This result comes from another version of Recite. Update this device, and scan it again.',
  ),
};
const ANOTHER: Failure = {
  code: 'result-of-another',
  message: t('This result belongs to another quiz.'),
};
const CHANGED: Failure = {
  code: 'result-changed',
  message: t(
    'This result was not sealed to your key, or was changed on its way. It was not taken.',
  ),
};
export const NO_KEY: Failure = {
  code: 'no-teacher-key',
  message: t(
    'The teacher’s key in this quiz is damaged. Ask for the quiz again. Your answers are kept.',
  ),
};
