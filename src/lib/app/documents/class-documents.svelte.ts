import type { Failure } from '../../primitives/index.ts';
import type { PackedBank } from '../../bank/index.ts';
import type { SourceFile } from '../../bank/source/index.ts';
import type { DocumentHead } from '../../storage/documents/index.ts';
import { plural, t } from '../../language/index.ts';
import type { Recite } from '../recite.svelte.ts';
import { chosenOf, keepChosen } from './class-bank.svelte.ts';
import type { Compiled } from './compile.ts';
import { compileAway } from './compiling.ts';
import { addedDocuments, ownDocuments, shippedDocuments, type DocumentHere } from './here.ts';

/** Characters of one file; a long book has a million. */
const LONGEST_FILE = 4_000_000;
const MOST_FILES = 200;
const MOST_PROBLEMS = 30;

/** The documents that classes can be asked about, and what a teacher does with them. */
export class ClassDocuments {
  readonly #recite: Recite;
  readonly #compile: (files: readonly SourceFile[]) => Promise<Compiled | null>;

  /** Came with the app. */
  shipped = $state.raw<readonly DocumentHere[]>([]);
  /** Added on this device; null until they were read. */
  own = $state.raw<readonly DocumentHead[] | null>(null);
  /** False: this browser keeps nothing beyond the page. */
  durable = $state(true);
  /** The one that the next class is asked about. */
  chosen = $state('');
  failure = $state.raw<Failure | null>(null);
  /** Where the last files are to be mended, and how: for their author, in English. */
  problems = $state.raw<readonly string[]>([]);
  /** What was done, in words. */
  said = $state('');
  busy = $state(false);
  /** What was removed last, until the page is left. */
  removed = $state.raw<PackedBank | null>(null);

  constructor(recite: Recite, compile = compileAway) {
    this.#recite = recite;
    this.#compile = compile;
  }

  async open(): Promise<void> {
    await this.#recite.start();
    const store = await ownDocuments();
    if (store.ok) this.durable = store.value.durable;
    await this.#read();
  }

  async #read(): Promise<void> {
    const added = await addedDocuments();
    this.own = added.ok ? added.value : [];
    if (!added.ok) this.failure = added.error;
    if (!added.ok || this.#recite.status !== 'ready') return;
    this.shipped = shippedDocuments(this.#recite);
    this.chosen = chosenOf([...this.shipped, ...this.own])?.id ?? '';
  }

  /** Adds a document: its text and the questions about it, as they lie in a folder. */
  async take(files: readonly File[]): Promise<void> {
    if (this.busy || files.length === 0) return;
    this.busy = true;
    this.said = '';
    this.problems = [];
    this.failure = await this.#take(files);
    this.busy = false;
    await this.#read();
  }

  async #take(files: readonly File[]): Promise<Failure | null> {
    if (files.length > MOST_FILES || files.some(({ size }) => size > LONGEST_FILE))
      return TOO_LARGE;
    const sources = await Promise.all(
      files.map(async (file) => ({ name: file.name, text: await file.text() })),
    );
    const compiled = await this.#compile(sources);
    if (compiled === null) return NO_WORKER;
    if (compiled.kind !== 'bank') {
      if (compiled.kind === 'problems') this.problems = compiled.problems.slice(0, MOST_PROBLEMS);
      return WHY[compiled.kind];
    }
    const { bank } = compiled;
    const replaced = this.own?.some(({ id }) => id === bank.id);
    const failure = await this.#put(bank);
    if (failure) return failure;
    this.choose(bank.id);
    const { title } = bank.document;
    const questions = plural(bank.questions.length, 'question');
    this.said = replaced
      ? t('“{0}” is replaced by what you have just chosen, with {1}.', title, questions)
      : t('“{0}” is added, with {1}.', title, questions);
    return null;
  }

  choose(id: string): void {
    keepChosen(id);
    this.chosen = id;
  }

  async #put(bank: PackedBank): Promise<Failure | null> {
    const store = await ownDocuments();
    const put = store.ok ? await store.value.put(bank, this.#recite.environment.now()) : store;
    return put.ok ? null : put.error;
  }

  /** Takes a document from this device; class records keep their questions and passages. */
  async remove(id: string): Promise<void> {
    const store = await ownDocuments();
    const bank = store.ok ? await store.value.bank(id) : store;
    const removed = store.ok ? await store.value.remove(id) : store;
    this.failure = removed.ok ? null : removed.error;
    this.said = '';
    if (removed.ok) this.removed = bank.ok ? bank.value : null;
    await this.#read();
  }

  async takeBack(): Promise<void> {
    const { removed } = this;
    if (!removed) return;
    this.failure = await this.#put(removed);
    if (this.failure) return;
    this.removed = null;
    this.said = t('“{0}” is back.', removed.document.title);
    await this.#read();
  }
}

const TOO_LARGE: Failure = {
  code: 'files-too-large',
  message: t('These files are too many or too large for a document. Nothing was added.'),
};
const NO_WORKER: Failure = {
  code: 'not-compiled',
  message: t('The files could not be read here. Nothing was added. Reload the page and try again.'),
};
const WHY: Readonly<Record<Exclude<Compiled['kind'], 'bank'>, Failure>> = {
  'no-text': {
    code: 'no-text',
    message: t(
      'There is no text among these files. Choose the document (.md) together with its questions (.yaml). Nothing was added.',
    ),
  },
  'several-texts': {
    code: 'several-texts',
    message: t(
      'There are several texts among these files. Choose one at a time. Nothing was added.',
    ),
  },
  'no-questions': {
    code: 'no-questions',
    message: t(
      'There are no questions among these files. Choose the document (.md) together with its questions (.yaml). Nothing was added.',
    ),
  },
  problems: {
    code: 'source-problems',
    message: t('Some things are to be mended first. Nothing was added.'),
  },
};
