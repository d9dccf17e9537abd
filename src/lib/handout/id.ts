import type { Asked } from '../classroom/index.ts';
import { digest, toHex } from './digest.ts';

/** What makes a hand-out this one, on both ends. */
export interface Identity {
  readonly title: string;
  readonly sure: boolean;
  /** The teacher’s public key. */
  readonly key: Uint8Array;
  readonly asked: readonly Asked[];
}

/**
 * The name of a hand-out, sixteen hexadecimal digits: of what is asked, in which order, and to whom it
 * goes. A phone whose bank has other questions arrives at another, and asks nothing wrong.
 */
export function handoutId({ title, sure, key, asked }: Identity): string {
  // “True” and “False” stand on it in the language of the phone.
  const plain = asked.map((one) => (one.type === 'truefalse' ? { ...one, options: [] } : one));
  const text = JSON.stringify([title, sure, plain.map(fieldsOf)]);
  return toHex(digest(8, 'hand-out 1', key, text));
}

function fieldsOf({ type, prompt, options, take, items, partners, unit, language }: Asked) {
  return [type, prompt, options, take, items, partners, unit, language];
}
