import { ok, type LocalDay, type Result } from '../primitives/index.ts';
import { cardId, type CardSnapshot, type DayCounts } from '../journal/index.ts';
import { roomOn, type Exam } from '../schedule/index.ts';
import { examPlanning, type ExamPlan, type ExamRequest } from '../schedule/exam/index.ts';
import type { Recite } from './recite.svelte.ts';

/** What an exam asks of today. */
export interface ExamDay {
  /** The day of the exam. */
  readonly day: LocalDay;
  readonly plan: ExamPlan;
  /** Whether the exam asks about a card. */
  readonly inScope: (card: string) => boolean;
  /** New cards to begin now; null when all that it asks about have been met. */
  readonly fresh: number | null;
  /** Cards to review before they are due. */
  readonly extra: readonly CardSnapshot[];
}

/**
 * What a plan is made from, as the journal stands: the cards that count and what was done today.
 *
 * @param anyway the learner studies today though it is a day off
 */
export async function examRequest(
  recite: Recite,
  exam: Exam,
  counts: DayCounts,
  anyway = false,
): Promise<Result<{ request: ExamRequest; snapshots: ReadonlyMap<string, CardSnapshot> }>> {
  const { bank, settings, store } = recite;
  const read = await store.cards(bank.id);
  if (!read.ok) return read;
  const snapshots = new Map(read.value.map((snapshot) => [snapshot.card, snapshot]));
  const sections = new Set(exam.sections);
  const cards = bank.questions
    .filter(({ cites }) => sections.size === 0 || sections.has(cites[0].section))
    .map(({ id }) => cardId(bank.id, id))
    // What the learner set aside is not asked, so it cannot be planned for.
    .filter((id) => !snapshots.get(id)?.suspended)
    .map((id) => ({ id, schedule: snapshots.get(id)?.schedule ?? null }));
  const { day: today } = recite.moment();
  const request: ExamRequest = {
    cards,
    today,
    day: exam.day,
    target: exam.target,
    settings: {
      ...settings,
      desiredRetention: settings.perBank[bank.id] ?? settings.desiredRetention,
    },
    newPerDay: settings.newPerDay,
    reviewsPerDay: settings.reviewsPerDay,
    done: { fresh: counts.fresh, reviews: counts.reviews },
    studies: (day) => (anyway && day === today) || roomOn(day, settings) > 0,
  };
  return ok({ request, snapshots });
}

/** How long the plan may hold up the page at a stretch: less than a frame. */
const STRETCH_MS = 8;

/** Runs work that comes in pieces, letting the page breathe in between. */
export async function inStretches<T>(work: Generator<undefined, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since > STRETCH_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
  }
}

interface Kept {
  readonly about: string;
  readonly settings: Recite['settings'];
  readonly day: Promise<Result<ExamDay>>;
}
const kept = new WeakMap<Recite, Kept>();

/** What the exam asks of today; made once for all who ask, until something is written. */
export function examToday(
  recite: Recite,
  exam: Exam,
  counts: DayCounts,
  anyway: boolean,
): Promise<Result<ExamDay>> {
  const about = `${recite.writes} ${recite.moment().day} ${anyway}`;
  const known = kept.get(recite);
  if (known?.about === about && known.settings === recite.settings) return known.day;
  const day = planToday(recite, exam, counts, anyway);
  kept.set(recite, { about, settings: recite.settings, day });
  return day;
}

async function planToday(
  recite: Recite,
  exam: Exam,
  counts: DayCounts,
  anyway: boolean,
): Promise<Result<ExamDay>> {
  const asked = await examRequest(recite, exam, counts, anyway);
  if (!asked.ok) return asked;
  const { request, snapshots } = asked.value;
  const plan = await inStretches(examPlanning(request));
  // A day off is none of the plan's days.
  const first = plan.days.find(({ day }) => day === request.today);
  const scope = new Set(request.cards.map(({ id }) => id));
  return ok({
    day: exam.day,
    plan,
    inScope: (card) => scope.has(card),
    fresh: request.cards.some(({ schedule }) => !schedule) ? (first?.fresh ?? 0) : null,
    extra: (first?.extra ?? []).flatMap((card) => snapshots.get(card) ?? []),
  });
}
