import { ok, type Failure, type Result } from '../../primitives/index.ts';
import { calibrationOf } from '../../quiz/index.ts';
import {
  countedPlaces,
  matchRoster,
  meanOf,
  passageFigures,
  questionFigures,
  readRoster,
  scoreOf,
  SOURCES,
  studentsOf,
  withName,
  withoutSheets,
  writeRecord,
  type ClassRecord,
  type QuestionFigures,
  type RosterRow,
  type Student,
  type StudentScore,
} from '../../gradebook/index.ts';
import { sortedItems, type AnalysedItem, type ItemOrder } from '../item-analysis.svelte.ts';
import { readCsv } from '../../formats/csv/index.ts';
import type { Recite } from '../recite.svelte.ts';
import { saveFile } from '../history.ts';
import { saveTable } from '../tables.ts';
import type { AnswerShown, ShownPassage } from '../../ui/index.ts';
import { shownAnswer, shownPassage } from './answers.ts';
import { handoutOf } from '../handout/record-id.ts';
import { heatOf } from './heat.ts';
import { answersTable, canvasTable } from './record-tables.ts';
import { documentOf, NO_DOCUMENT, type PlanDocument } from '../documents/plan-document.ts';
import { gradebook, lastDeleted } from './shelf.svelte.ts';
import { locale } from '../../language/index.ts';

/** By what the students are sorted. */
export type StudentOrder = 'name' | 'score';

const MOST_MISLED = 3;

/** A class record as it is looked at: its figures, and what the teacher does with it. */
export class RecordDesk {
  readonly #recite: Recite;
  status = $state<'starting' | 'ready' | 'missing'>('starting');
  failure = $state.raw<Failure | null>(null);
  record = $state.raw<ClassRecord | null>(null);
  order = $state<StudentOrder>('name');
  busy = $state(false);
  #listens = false;

  students = $derived(this.record ? studentsOf(this.record) : []);
  /** Places of the questions that count. */
  places = $derived(countedPlaces(this.students));
  /** What is shown of each student: what counts; where nobody answered anything, every question. */
  columns = $derived(
    this.places.length > 0 || this.students.length === 0
      ? this.places
      : this.record!.plan.map((_, place) => place),
  );
  #scores = $derived(this.students.map((student) => scoreOf(student, this.places)));
  scores = $derived(this.#scores.toSorted(COMPARE[this.order]));
  mean = $derived(meanOf(this.#scores));
  questions = $derived(this.record ? questionFigures(this.record, this.students) : []);
  passages = $derived(this.record ? passageFigures(this.record, this.students) : []);
  /** The quiz without a server whose results are collected here; null: there is none. */
  handout = $derived(this.record ? handoutOf(this.record.id) : null);
  /** The sources that answers came from. */
  sources = $derived(
    SOURCES.filter((source) => this.record?.sheets.some((sheet) => sheet.source === source)),
  );
  /** How sure the class was of all its answers, and how often it was right; null: not asked. */
  confidence = $derived(
    calibrationOf(this.students.flatMap(({ answers }) => answers.flatMap((one) => one ?? []))),
  );
  /** Questions that the most were sure of and had wrong, the most first. */
  misled = $derived(
    this.questions
      .flatMap(({ place, confidence }) => {
        const sure = confidence?.steps.find((step) => step.confidence === 'sure');
        const count = sure ? sure.count - sure.right : 0;
        return count > 1 ? [{ place, count }] : [];
      })
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_MISLED),
  );
  /** Rows of students that bear the same name. */
  namesakes = $derived(this.students.filter(({ namesake }) => namesake));
  /** The document that the class was asked about. */
  about = $state.raw<PlanDocument>(NO_DOCUMENT);
  heat = $derived(this.record ? heatOf(this.record, this.passages, this.about) : []);
  /** Of the document’s words. */
  language = $derived(this.record?.plan[0]?.passage.language ?? 'en');
  itemOrder = $state.raw<{ readonly by: ItemOrder; readonly down: boolean }>({
    by: 'text',
    down: false,
  });
  items = $derived(
    sortedItems(
      this.questions.map((one) => this.#itemOf(one)),
      this.itemOrder,
    ),
  );
  /** Section address → heading. */
  headings = $derived(
    new Map(this.record?.plan.map(({ passage }) => [passage.section, passage.heading])),
  );

  #roster = $state.raw<readonly RosterRow[] | null>(null);
  /** Students who are not in Canvas's list; null: it was not given. */
  strangers = $derived.by(() => {
    if (!this.#roster) return null;
    const names = this.scores.map(({ student }) => student.name);
    const found = matchRoster(names, this.#roster);
    return names.filter((_, at) => found[at] === null);
  });

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  async open(id: string): Promise<void> {
    const [store] = await Promise.all([gradebook(), this.#recite.start()]);
    if (!store.ok) {
      this.failure = store.error;
      this.status = 'missing';
      return;
    }
    if (!this.#listens) store.value.onchanged(() => void this.#look(this.record?.id ?? id));
    this.#listens = true;
    await this.#look(id);
  }

  async #look(id: string): Promise<void> {
    const store = await gradebook();
    if (!store.ok) return;
    const read = await store.value.record(id);
    this.failure = read.ok ? null : read.error;
    const record = read.ok ? read.value : null;
    this.about = await documentOf(this.#recite, record?.plan ?? []);
    this.record = record;
    this.status = this.record ? 'ready' : 'missing';
  }

  /** A question with its statistics, known by its place. */
  #itemOf({ place, statistics }: QuestionFigures): AnalysedItem {
    const { question, passage } = this.record!.plan[place]!;
    return { question: { ...question, id: String(place) }, section: passage.section, statistics };
  }

  /** The first tap sorts, the second the other way round. */
  sortItems(by: ItemOrder): void {
    this.itemOrder = { by, down: this.itemOrder.by === by && !this.itemOrder.down };
  }

  student(id: string | null): StudentScore | undefined {
    return this.#scores.find(({ student }) => student.id === id);
  }

  /** Undefined for a question that nobody answered. */
  figuresAt(place: number): QuestionFigures | undefined {
    return this.questions.find((one) => one.place === place);
  }

  /** What a student answered to a question, to be looked at. */
  answerOf(student: Student, place: number): AnswerShown {
    return shownAnswer(this.record!, student, place, this.about.read);
  }

  /** The passage of a question, and where the reader has it. */
  passageAt(place: number): ShownPassage {
    return shownPassage(this.record!, place, this.about.read);
  }

  rename(title: string): Promise<boolean> {
    return this.#change((record) => ok({ ...record, title: title.trim().slice(0, 200) }));
  }

  /** Gives a student another name; the name of another student joins the two. */
  renameStudent({ sheets }: Student, name: string): Promise<boolean> {
    const ids = sheets.map(({ id }) => id);
    return this.#change((record) => withName(record, ids, name));
  }

  /** Takes a student out, with every answer. */
  removeStudent({ sheets }: Student): Promise<boolean> {
    const ids = sheets.map(({ id }) => id);
    return this.#change((record) => ok(withoutSheets(record, ids)));
  }

  async #change(work: (record: ClassRecord) => Result<ClassRecord>): Promise<boolean> {
    const store = await gradebook();
    if (!this.record || !store.ok) return false;
    this.busy = true;
    const changed = await store.value.change(this.record.id, (record) =>
      record ? work(record) : ok(null),
    );
    this.failure = changed.ok ? null : changed.error;
    if (changed.ok) this.record = changed.value;
    this.busy = false;
    return changed.ok;
  }

  /** Deletes it from this device; until the page is closed it can be put back from the list. */
  async delete(): Promise<boolean> {
    const { record } = this;
    const store = await gradebook();
    if (!record || !store.ok) return false;
    const deleted = await store.value.change(record.id, () => ok(null));
    this.failure = deleted.ok ? null : deleted.error;
    if (deleted.ok) lastDeleted.record = record;
    return deleted.ok;
  }

  /** Takes the list of students that Canvas exports; it is kept no longer than the page. */
  async takeRoster(file: Blob): Promise<void> {
    const read = readRoster(readCsv(await file.text()));
    this.failure = read.ok ? null : read.error;
    if (read.ok) this.#roster = read.value;
  }

  /** @param most points for all right */
  saveCanvas(most: number): void {
    if (this.record) saveTable(canvasTable(this.record, this.scores, most, this.#roster));
  }

  saveAnswers(): void {
    if (this.record) saveTable(answersTable(this.record, this.students));
  }

  /** The whole record, to be opened on another device. */
  saveRecord(): void {
    if (!this.record) return;
    const blob = new Blob([writeRecord(this.record)], { type: 'application/json' });
    saveFile({
      name: `recite-class-${new Date(this.record.at).toISOString().slice(0, 10)}.json`,
      blob,
    });
  }
}

const byName = new Intl.Collator(locale(), { numeric: true });

const COMPARE: Readonly<Record<StudentOrder, (a: StudentScore, b: StudentScore) => number>> = {
  name: (a, b) => byName.compare(a.student.name, b.student.name),
  score: (a, b) => b.points - a.points || byName.compare(a.student.name, b.student.name),
};
