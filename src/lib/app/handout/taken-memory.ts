import { CONFIDENCES, type Confidence } from '../../journal/index.ts';
import { isRecord, keep, kept } from '../kept.ts';

/** A quiz that is being taken, or was, on this phone: so that a reload finds it as it was left. */
export interface Taking {
  readonly id: string;
  readonly title: string;
  readonly source:
    | { readonly kind: 'link'; readonly text: string }
    | { readonly kind: 'whole'; readonly bytes: string };
  /** Twelve hexadecimal digits, made by chance at the beginning. */
  readonly sheet: string;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly begun: number;
  /** What is taken of each question; see `given`. */
  readonly taken: readonly (readonly string[])[];
  readonly sure: readonly (Confidence | null)[];
  readonly place: number;
  /** The sealed result in base 32, once it was handed in; then nothing changes any more. */
  readonly sealed: string | null;
  /** The code that opens the explanations, once it was given. */
  readonly code: string | null;
}

const KEY = 'recite-taken';
const MOST = 12;

export function takings(): readonly Taking[] {
  const list = kept(KEY);
  return Array.isArray(list) ? list.filter(isTaking) : [];
}

export function keepTaking(taking: Taking): void {
  const others = takings().filter(({ id }) => id !== taking.id);
  keep(KEY, [taking, ...others].slice(0, MOST));
}

function isTaking(value: unknown): value is Taking {
  if (!isRecord(value) || !isRecord(value.source)) return false;
  const { id, title, sheet, name, begun, taken, sure, place, sealed, code, source } = value;
  return (
    [id, title, sheet, name].every((text) => typeof text === 'string') &&
    [sealed, code].every((text) => text === null || typeof text === 'string') &&
    typeof (source.kind === 'link' ? source.text : source.bytes) === 'string' &&
    typeof begun === 'number' &&
    typeof place === 'number' &&
    Array.isArray(taken) &&
    taken.every((one) => Array.isArray(one)) &&
    Array.isArray(sure) &&
    sure.every((one) => one === null || CONFIDENCES.includes(one as Confidence))
  );
}
