import { isRecord, keep, kept } from '../kept.ts';

/**
 * The hand-outs that were made on this device, each with the secret that opens what students hand in.
 * Who has the secret reads the results: it stays here, unless the teacher hands it over.
 */
export interface Held {
  /** Of the hand-out, or of the live session (see `liveId`). */
  readonly id: string;
  readonly title: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** 32 octets in base 32. */
  readonly secret: string;
  readonly source:
    | { readonly kind: 'link'; readonly text: string }
    /** The octets of the whole hand-out, in base 32. */
    | { readonly kind: 'whole'; readonly bytes: string }
    | { readonly kind: 'live'; readonly session: string };
}

const KEY = 'recite-handouts';
/** The oldest go first; localStorage holds some megabytes. */
const MOST = 60;

export function heldHandouts(): readonly Held[] {
  const list = kept(KEY);
  return Array.isArray(list) ? list.filter(isHeld) : [];
}

/** Keeps it in front of all others, in place of one of the same id. */
export function hold(held: Held): void {
  const others = heldHandouts().filter(({ id }) => id !== held.id);
  keep(KEY, [held, ...others].slice(0, MOST));
}

export function letGo(id: string): void {
  keep(
    KEY,
    heldHandouts().filter((held) => held.id !== id),
  );
}

export function isHeld(value: unknown): value is Held {
  if (!isRecord(value) || !isRecord(value.source)) return false;
  const { id, title, at, secret, source } = value;
  const texts = [id, title, secret];
  const own = { link: source.text, whole: source.bytes, live: source.session };
  return (
    texts.every((text) => typeof text === 'string') &&
    typeof at === 'number' &&
    typeof own[source.kind as keyof typeof own] === 'string'
  );
}
