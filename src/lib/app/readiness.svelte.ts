import { ok, type Failure, type LocalDay, type Result } from '../primitives/index.ts';
import {
  cardId,
  noCounts,
  recallBefore,
  settingsFor,
  type CardEvent,
  type CardId,
  type CardSnapshot,
  type Settings,
} from '../journal/index.ts';
import { guessChance } from '../quiz/items/index.ts';
import { eligible } from '../quiz/index.ts';
import {
  examRecord,
  finishedQuizzes,
  predictScore,
  type Prediction,
  type PredictionRecord,
} from '../quiz/readiness/index.ts';
import { recallOn, type Exam } from '../schedule/index.ts';
import { examPlanning, usualStudy } from '../schedule/exam/index.ts';
import { examRequest, inStretches } from './exam-today.ts';
import { readQuizHistory } from './quiz-history.ts';
import type { Recite } from './recite.svelte.ts';
import { turn } from './turn.ts';

/** How far ahead a day is proposed, and how far one may ask. */
const PROPOSED_DAYS = 14;
export const MOST_DAYS_AHEAD = 366;
/** Cards read before others get their turn. */
const CARDS_AT_ONCE = 50;

/** What the schedule says of the cards, as of one moment. */
interface Standing {
  readonly day: LocalDay;
  /** What a quiz on the whole document can ask. */
  readonly questions: readonly { readonly card: CardId; readonly guess: number }[];
  readonly snapshots: ReadonlyMap<CardId, CardSnapshot>;
  readonly settings: Settings;
  readonly record: PredictionRecord;
}

/** The score to be expected on a day if study goes on, and whether by the plan for an exam. */
interface Studied {
  readonly prediction: Prediction | null;
  readonly planned: boolean;
}

/**
 * How a quiz on the whole document would go, today and on another day; and how right such predictions
 * have been, by every exam that was taken.
 */
export class Readiness {
  failure = $state.raw<Failure | null>(null);
  /** The day that is looked ahead to. */
  day = $state<LocalDay>(0);
  /** With study until then; null while it is being worked out. */
  studied = $state.raw<Studied | null>(null);
  #standing = $state.raw<Standing | null>(null);
  #run = 0;

  ready = $derived(this.#standing !== null);
  today = $derived(this.#standing?.day ?? 0);
  now = $derived(this.#asItStands(this.today));
  /** On the day chosen, with no more study. */
  then = $derived(this.#asItStands(this.day));
  record = $derived(this.#standing?.record ?? null);

  async load(recite: Recite): Promise<void> {
    const standing = await readStanding(recite);
    this.failure = standing.ok ? null : standing.error;
    if (!standing.ok) return;
    this.#standing = standing.value;
    const { day } = standing.value;
    if (this.day <= day) this.day = examOf(recite, day)?.day ?? day + PROPOSED_DAYS;
    await this.#study(recite);
  }

  /** Looks ahead to another day. */
  async choose(recite: Recite, day: LocalDay): Promise<void> {
    if (day <= this.today || day > this.today + MOST_DAYS_AHEAD) return;
    this.day = day;
    await this.#study(recite);
  }

  #asItStands(day: LocalDay): Prediction | null {
    const { snapshots, settings } = this.#standing ?? {};
    if (!snapshots || !settings) return null;
    return this.#predict((card) => {
      const schedule = snapshots.get(card)?.schedule;
      return schedule ? recallOn(schedule, day, settings) : null;
    });
  }

  #predict(recallOf: (card: CardId) => number | null): Prediction | null {
    const { questions, record } = this.#standing!;
    const asked = questions.map(({ card, guess }) => ({ guess, recall: recallOf(card) }));
    return predictScore(asked, record.beforehand, record.modelVariance);
  }

  /** Plays the study until the day through. Only the last day asked for is answered. */
  async #study(recite: Recite): Promise<void> {
    const run = ++this.#run;
    const { day } = this;
    this.studied = null;
    const exam = examOf(recite, this.today);
    const planned = exam?.day === day;
    // A day that is no exam’s is studied for as usual, whatever the target.
    const asked = planned ? exam : { bank: recite.bank.id, day, target: 0.9, sections: [] };
    const counts = await recite.store.days(this.today, this.today);
    const request = counts.ok
      ? await examRequest(recite, asked, counts.value[0] ?? noCounts(this.today))
      : counts;
    if (run !== this.#run) return;
    if (!request.ok) {
      this.failure = request.error;
      return;
    }
    const { cards } = request.value.request;
    const recalls = planned
      ? (await inStretches(examPlanning(request.value.request))).recalls
      : await inStretches(usualStudy(request.value.request));
    if (run !== this.#run) return;
    const until = new Map(cards.map(({ id }, at) => [id, recalls[at] ?? null]));
    const { snapshots, settings } = this.#standing!;
    const prediction = this.#predict((card) => {
      const known = until.get(card);
      if (known !== undefined) return known;
      // Not in the exam, or set aside: nothing is planned for it.
      const schedule = snapshots.get(card)?.schedule;
      return schedule ? recallOn(schedule, day, settings) : null;
    });
    this.studied = { prediction, planned };
  }
}

/** The exam that is set and still to come. */
function examOf({ settings, bank }: Recite, today: LocalDay): Exam | null {
  const { exam } = settings;
  return exam?.bank === bank.id && exam.day > today ? exam : null;
}

async function readStanding(recite: Recite): Promise<Result<Standing>> {
  const { bank, store } = recite;
  const settings = settingsFor(recite.settings, cardId(bank.id, ''));
  const { day } = recite.moment();
  const [cards, record] = await Promise.all([
    store.cards(bank.id),
    readRecord(recite, settings.parameters !== null),
  ]);
  if (!cards.ok) return cards;
  if (!record.ok) return record;
  const questions = eligible(bank).map((question) => ({
    card: cardId(bank.id, question.id),
    guess: guessChance(question),
  }));
  const snapshots = new Map(cards.value.map((snapshot) => [snapshot.card, snapshot]));
  return ok({ day, questions, snapshots, settings, record: record.value });
}

/** Holds every exam against what would have been predicted for it; from events alone. */
async function readRecord(
  { bank, store }: Recite,
  fitted: boolean,
): Promise<Result<PredictionRecord>> {
  const [history, timeline] = await Promise.all([readQuizHistory(store), store.settings()]);
  if (!history.ok) return history;
  if (!timeline.ok) return timeline;
  const events = new Map<CardId, readonly CardEvent[]>();
  const asked = history.value.attempts
    .filter((attempt) => attempt.bank === bank.id)
    .flatMap(({ questions }) => questions.map((question) => cardId(bank.id, question)));
  const answered = history.value.answers.map(({ card }) => card);
  for (const card of new Set([...asked, ...answered])) {
    const own = await store.eventsOf(card);
    if (!own.ok) return own;
    events.set(card, own.value);
    if (events.size % CARDS_AT_ONCE === 0) await turn();
  }
  const quizzes = finishedQuizzes(bank, history.value, (card, before) =>
    recallBefore(card, events.get(card) ?? [], timeline.value, before),
  );
  return ok(examRecord(quizzes, fitted));
}
