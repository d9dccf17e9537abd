import { err, ok, type Failure, type Result } from '../../primitives/index.ts';
import type { ClassRecord } from '../../gradebook/index.ts';
import { fromBase32, publicKeyOf, readTagged } from '../../handout/index.ts';
import { keepRecord, recordHref } from '../gradebook/shelf.svelte.ts';
import type { Recite } from '../recite.svelte.ts';
import { t } from '../../language/index.ts';
import { CodeWatch } from './code-watch.svelte.ts';
import { isHandOver, readHandOver, readHandOverFile } from './hand-over.ts';
import { heldHandouts, hold, type Held } from './held.ts';
import { openSealed, recordFor } from './results.ts';
import { signal } from './signal.ts';

/** A result that is in the record, the newest first. */
export interface Collected {
  /** Of the sheet. */
  readonly id: string;
  readonly name: string;
  readonly right: number;
  readonly answered: number;
  readonly total: number;
  /** Somebody of the same name has handed in from another phone. */
  readonly namesake: boolean;
}

/** What the last code was. */
export interface LastSeen {
  readonly kind: 'new' | 'again' | 'refused' | 'key';
  readonly words: string;
  /** Counts up, so that the same words flash again. */
  readonly turn: number;
}

/** The teacher’s page that takes in results, one after the other. */
export class Collector {
  readonly #recite: Recite;
  readonly codes = new CodeWatch({
    text: (text) => this.#takeText(text),
    whole: (bytes) => this.#takeWhole(bytes),
  });
  /** The record that the last result went into. */
  record = $state.raw<ClassRecord | null>(null);
  last = $state.raw<LastSeen | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The quizzes whose keys are on this device; null until they were looked for. */
  held = $state.raw<readonly Held[] | null>(null);

  recordHref = $derived(this.record ? recordHref(this.record.id) : null);

  collected = $derived.by((): readonly Collected[] => {
    const sheets = (this.record?.sheets ?? []).filter(({ source }) => source === 'qr');
    return sheets.toReversed().map(({ id, name, answers }) => ({
      id,
      name,
      right: answers.filter((answer) => answer?.grade.verdict === 'right').length,
      answered: answers.filter((answer) => answer !== null).length,
      total: answers.length,
      namesake: sheets.some((other) => other.id !== id && other.name === name),
    }));
  });

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** @param handout whose results are collected; '' for the last that was made */
  async open(handout: string): Promise<void> {
    const held = heldHandouts();
    const wanted = held.find(({ id }) => id === handout) ?? held[0];
    if (wanted) await this.show(wanted);
    this.held = held;
  }

  /** Shows what is collected for one of `held`; results sort themselves, whichever is shown. */
  async show(held: Held): Promise<void> {
    const record = await recordFor(this.#recite, held);
    this.failure = record.ok ? null : record.error;
    this.record = record.ok ? record.value : null;
  }

  async takeFile(file: Blob): Promise<void> {
    await this.#takeKey(readHandOverFile(await file.text()));
  }

  /** Texts that students sent, one after the other. */
  async takePasted(text: string): Promise<void> {
    const parts = text.split(/(?=RECITE\/[RF]\/)/i).filter((part) => part.trim() !== '');
    for (const part of parts) await this.codes.take(part);
  }

  #takeText(text: string): void | Promise<void> {
    const sealed = readTagged('R', text);
    return sealed ? this.#takeSealed(sealed) : this.#say('refused', NOTHING);
  }

  async #takeWhole(bytes: Result<Uint8Array>): Promise<void> {
    if (!bytes.ok) return this.#say('refused', bytes.error.message);
    return isHandOver(bytes.value)
      ? this.#takeKey(await readHandOver(bytes.value))
      : this.#takeSealed(bytes.value);
  }

  async #takeSealed(sealed: Uint8Array): Promise<void> {
    const opened = await openSealed(this.#recite, sealed);
    if (!opened.ok) return this.#say('refused', opened.error.message);
    const { record, sheet } = opened.value;
    const isKnown = record.sheets.some(({ id }) => id === sheet.id);
    const kept = await keepRecord({ ...record, sheets: [sheet] });
    if (!kept.ok) return this.#say('refused', kept.error.message);
    this.record = kept.value;
    if (isKnown) this.#say('again', t('{0} was read before.', sheet.name));
    else this.#say('new', t('{0} is in.', sheet.name));
  }

  async #takeKey(held: Result<Held>): Promise<void> {
    const checked = held.ok ? withKey(held.value) : held;
    if (!checked.ok) return this.#say('refused', checked.error.message);
    hold(checked.value);
    this.held = heldHandouts();
    await this.show(checked.value);
    this.#say('key', t('Results of “{0}” can be collected here now.', checked.value.title));
  }

  #say(kind: LastSeen['kind'], words: string): void {
    this.last = { kind, words, turn: (this.last?.turn ?? 0) + 1 };
    signal(kind === 'key' ? 'new' : kind);
  }
}

/** A secret makes a key; else it is none. */
function withKey(held: Held): Result<Held> {
  const secret = fromBase32(held.secret);
  return secret?.length === 32 && publicKeyOf(secret)
    ? ok(held)
    : err({ code: 'no-secret-in-it', message: NOTHING });
}

const NOTHING = t(
  'This is no code of Recite for a teacher. Students show theirs when they have handed in.',
);
