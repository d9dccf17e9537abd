import type { Failure } from '../../primitives/index.ts';
import type { Bank } from '../../bank/index.ts';
import { keep, kept } from '../kept.ts';
import type { Recite } from '../recite.svelte.ts';
import { addedDocuments, bankHere, shippedDocuments, type DocumentHere } from './here.ts';

const KEY = 'recite-class-document';

/** Remembers which document a class shall be asked about. */
export function keepChosen(id: string): void {
  keep(KEY, id);
}

/** Which of these that was; the first, where it is none of them. */
export function chosenOf<T extends { readonly id: string }>(choices: readonly T[]): T | undefined {
  const before = kept(KEY);
  return choices.find(({ id }) => id === before) ?? choices[0];
}

/** The document that a class is asked about: chosen on each set-up, and remembered on this device. */
export class ClassBank {
  readonly #recite: Recite;
  /** All that can be chosen; empty until they have been looked up. */
  choices = $state.raw<readonly DocumentHere[]>([]);
  /** Null until it is read. */
  bank = $state.raw<Bank | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The document that was chosen last. */
  #wanted = '';

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** It is the one that is studied here, so that phones with this app have its questions, too. */
  isStudied = $derived.by(() => this.bank === null || this.bank.id === this.#recite.bank.id);

  /** Once the app is ready. */
  async open(): Promise<void> {
    const added = await addedDocuments();
    // What came with the app can be asked about all the same.
    this.choices = [...shippedDocuments(this.#recite), ...(added.ok ? added.value : [])];
    await this.#show(chosenOf(this.choices)?.id ?? this.#recite.bank.id);
    if (!added.ok) this.failure = added.error;
  }

  async choose(id: string): Promise<void> {
    await this.#show(id);
    if (this.bank?.id === id) keepChosen(id);
  }

  async #show(id: string): Promise<void> {
    this.#wanted = id;
    const read = await bankHere(this.#recite, id);
    // Another one was chosen meanwhile.
    if (this.#wanted !== id) return;
    this.failure = read.ok ? null : read.error;
    // It was removed in another tab, or cannot be read: what is studied is always there.
    this.bank = (read.ok ? read.value : null) ?? this.#recite.bank;
  }
}
