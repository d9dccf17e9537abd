import type { Failure } from '../../primitives/index.ts';
import { isLive, planOf } from '../../classroom/index.ts';
import { gradedSheet, type ClassRecord } from '../../gradebook/index.ts';
import { t } from '../../language/index.ts';
import { readTyped, responseWith, type OneLetter } from '../../markers/index.ts';
import { paperOf, type Recipe } from '../../quiz/index.ts';
import { keepRecord } from '../gradebook/shelf.svelte.ts';
import { isRecord, keep, kept } from '../kept.ts';
import { readShared } from '../quiz-shared.ts';
import type { Recite } from '../recite.svelte.ts';
import { ClassLists } from './class-lists.svelte.ts';

const KEY = 'recite-typed-sheets';
export const PAPER_VERSIONS = ['A', 'B', 'C'] as const;
export type PaperVersion = (typeof PAPER_VERSIONS)[number];

interface Line {
  readonly version: PaperVersion;
  readonly text: string;
}

/** Types what students ticked on a printed quiz, a student a line, into the class records. */
export class TypedDesk {
  readonly #recite: Recite;
  readonly lists = new ClassLists();

  ready = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** Id of the class. */
  chosen = $state('');
  /** Of the sheets that are typed from now on. */
  version = $state<PaperVersion>('A');
  saved = $state.raw<ClassRecord | null>(null);
  #recipe = $state.raw<Recipe | null>(null);
  #lines = $state.raw<Readonly<Record<number, Line>>>({});
  /** Of the record: typed again, it is the same one. */
  #id = '';

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** @param quiz as the address of the printed quiz has it, after the `#` */
  async open(quiz: string): Promise<void> {
    this.lists.load();
    this.chosen = this.lists.all.at(-1)?.id ?? '';
    await this.#recite.start();
    if (this.#recite.status !== 'ready') return;
    const read = readShared(this.#recite, quiz);
    // Without a quiz in its address the page says where one is opened from; that is no failure.
    this.failure = read.ok || quiz === '' ? null : read.error;
    this.#recipe = read.ok ? read.value.recipe : null;
    const before = kept(KEY);
    const goesOn = isRecord(before) && before.quiz === quiz && typeof before.id === 'string';
    this.#id = goesOn ? (before.id as string) : this.#recite.environment.newId();
    if (goesOn && typeof before.list === 'string') this.chosen = before.list;
    this.#lines = goesOn && isRecord(before.lines) ? (before.lines as Record<number, Line>) : {};
    this.#quiz = quiz;
    this.ready = true;
  }
  #quiz = '';

  readonly #versions = $derived.by(() => {
    const { bank } = this.#recite;
    return this.#recipe ? paperOf(bank, this.#recipe, PAPER_VERSIONS.length).versions : [];
  });

  /** The questions that are answered by a letter, as they stand in each version. */
  readonly #letters = $derived(
    new Map(
      this.#versions.map(({ name, questions }) => [
        name,
        questions.flatMap(({ id, number, form }): OneLetter[] =>
          form.kind === 'tick' && !form.several ? [{ id, number, options: form.options }] : [],
        ),
      ]),
    ),
  );

  /** Their numbers in the version that is being typed. */
  numbers = $derived((this.#letters.get(this.version) ?? []).map(({ number }) => number));
  /** Questions that no letter answers: they are not typed. */
  others = $derived((this.#versions[0]?.questions.length ?? 0) - this.numbers.length);

  rows = $derived(
    (this.lists.get(this.chosen)?.students ?? []).map(({ card, name }) => {
      const { version, text } = this.#lines[card] ?? { version: this.version, text: '' };
      return { card, name, version, text, read: readTyped(text, this.#letters.get(version) ?? []) };
    }),
  );
  typed = $derived(this.rows.filter(({ text }) => text.trim() !== '').length);
  faulty = $derived(this.rows.some(({ read }) => read.wrong.length + read.beyond > 0));

  choose(list: string): void {
    this.chosen = list;
    this.#lines = {};
    this.saved = null;
  }

  type(card: number, text: string): void {
    const version = this.#lines[card]?.text ? this.#lines[card].version : this.version;
    this.#lines = { ...this.#lines, [card]: { version, text } };
    this.saved = null;
    keep(KEY, { quiz: this.#quiz, id: this.#id, list: this.chosen, lines: this.#lines });
  }

  async save(): Promise<void> {
    const { bank, environment } = this.#recite;
    const byId = new Map(bank.questions.map((question) => [question.id, question]));
    const asked = (this.#versions[0]?.questions ?? []).flatMap(({ id }) => byId.get(id) ?? []);
    const plan = planOf(bank, asked.filter(isLive));
    this.failure = plan.ok ? null : plan.error;
    if (!plan.ok) return;
    const at = environment.now();
    const sheets = this.rows
      .filter(({ text }) => text.trim() !== '')
      .map(({ card, name, version, read }) => {
        const ids = (this.#letters.get(version) ?? []).map(({ id }) => id);
        const answers = plan.value.map(({ question }) => {
          const text = read.texts[ids.indexOf(question.id)];
          return text == null ? null : { response: responseWith(question, text) };
        });
        const whose = { source: 'paper', id: `paper/${this.#id}/${card}`, name, at } as const;
        return gradedSheet(whose, plan.value, answers);
      });
    const list = this.lists.get(this.chosen)?.name ?? '';
    const title = t('{0} · on paper', list);
    const record = await keepRecord({ id: this.#id, title, at, plan: plan.value, sheets });
    this.failure = record.ok ? null : record.error;
    if (record.ok) this.saved = record.value;
  }
}
