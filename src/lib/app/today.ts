import { ok, type LocalDay, type Result } from '../primitives/index.ts';
import { cardId, noCounts, type CardSnapshot, type DayCounts } from '../journal/index.ts';
import {
  comesOn,
  isCatchingUp,
  EMPTY_QUEUE,
  recallOn,
  roomOn,
  type Queue,
} from '../schedule/index.ts';
import { orderNew, takeWaiting, withFoundations } from './day-plan.ts';
import type { ExamDay } from './exam-today.ts';
import type { Recite } from './recite.svelte.ts';
import { keepSiblingsApart } from './siblings.ts';

/** What today holds, within the day's limits. */
export interface Today {
  readonly day: LocalDay;
  readonly queue: Queue;
  readonly counts: DayCounts;
  /** New cards that the limit leaves for other days. */
  readonly freshLater: number;
  /**
   * Reviews that are due, and cards left in the middle of being learned on an earlier day; those that
   * the day does not take included.
   */
  readonly waiting: number;
  /** Of these, those that were due before today. */
  readonly overdue: number;
  /** Of these, those that are left for other days. */
  readonly held: number;
  /** What was overdue comes in shares. */
  readonly catchingUp: boolean;
  /** It is a day off: what waits comes after it. */
  readonly off: boolean;
  /** What an exam asks of the day; null where none is set. */
  readonly exam: ExamDay | null;
  /** The snapshots of the queue's cards; a new card has none, as a rule. */
  readonly snapshots: ReadonlyMap<string, CardSnapshot>;
  /** Only what is longest due was read: enough to begin with. */
  readonly partial: boolean;
}

/**
 * Reads today's queue: what is due and new cards, in the order and within the limits that the
 * learner set; of cards that are siblings, one.
 *
 * @param anyway the learner studies though it is a day off
 * @param enough where so many cards are due or more, these are all that is read, without new ones; but
 *   not where an exam is set, whose plan is about all
 */
export async function readToday(
  recite: Recite,
  anyway = false,
  enough?: number,
): Promise<Result<Today>> {
  const { store, bank, settings } = recite;
  const { day } = recite.moment();
  const most = settings.exam?.bank === bank.id ? undefined : enough;
  const first = [store.due(bank.id, 1, day, most), store.days(day, day)] as const;
  // All at once, though not all may be needed. The new cards with a snapshot may be a whole bank, so
  // their ids have to do.
  const further = [store.cardIds(bank.id), store.dueIds(bank.id, 0, 0)] as const;
  const [due, days] = await Promise.all(first);
  if (!due.ok) return due;
  if (!days.ok) return days;
  const partial = due.value.length === most;
  const [ids, marked] = partial ? [ok([]), ok([])] : await Promise.all(further);
  if (!ids.ok) return ids;
  if (!marked.ok) return marked;
  const counts = days.value[0] ?? noCounts(day);
  const room = roomOn(day, settings);
  const off = room === 0 && !anyway;
  const exam = await examOf(recite, day, counts, anyway && room === 0);
  if (!exam.ok) return exam;

  const came = (snapshot: CardSnapshot) => comesOn(snapshot.queueDay!, settings);
  const isHere = (snapshot: CardSnapshot) =>
    (room === 0 && anyway) || snapshot.schedule?.dueAt != null || came(snapshot) <= day;
  // A card whose question the bank no longer has stays in the journal, but cannot be asked.
  const askable = due.value.filter(
    (snapshot) => recite.questionOf(snapshot.card) !== undefined && isHere(snapshot),
  );
  const learning = learningAmong(askable);
  const early = exam.value?.extra ?? [];
  const snapshots = new Map([...askable, ...early].map((snapshot) => [snapshot.card, snapshot]));
  const reviews = [...snapshots.values()]
    .flatMap(({ card, schedule }) =>
      schedule?.dueAt === null ? [{ card, recall: recallOn(schedule, day, settings) }] : [],
    )
    .sort((a, b) => a.recall - b.recall)
    .map(({ card }) => card);

  const known = new Set(ids.value);
  const blank = askable.filter(({ schedule }) => !schedule).map(({ card }) => card);
  const returned = new Set([...marked.value, ...blank]);
  const questions = partial ? [] : bank.questions;
  const unseen = questions
    .map((question) => cardId(bank.id, question.id))
    .filter((card) => !known.has(card) || returned.has(card));

  const candidates = {
    learning: learning.map(({ id }) => id),
    reviews,
    unseen: orderNew(recite, day, unseen, exam.value),
  };
  const kept = await keepSiblingsApart(recite, day, candidates, snapshots, bank.apart);
  if (!kept.ok) return kept;
  const newToday = Math.ceil(settings.newPerDay * (room || 1)) - counts.fresh;
  const fresh = withFoundations(recite, kept.value.fresh, unseen).slice(
    0,
    Math.max(0, exam.value?.fresh ?? newToday),
  );
  const noted = fresh.filter((card) => returned.has(card) && !snapshots.has(card));
  const read = noted.length > 0 ? await store.cardsOf(noted) : ok([]);
  if (!read.ok) return read;
  for (const snapshot of read.value) snapshots.set(snapshot.card, snapshot);
  const cameOn = (card: string) => came(snapshots.get(card)!);
  const waiting = {
    cards: kept.value.reviews,
    leftOver: learning.map(({ id }) => id).filter((card) => cameOn(card) < day),
    came: cameOn,
    room: Math.max(0, settings.reviewsPerDay - counts.reviews),
  };
  const all = [...waiting.cards, ...waiting.leftOver];
  const { reviews: taken, leftOver } = takeWaiting(recite, day, waiting, exam.value);
  const putOff = new Set(waiting.leftOver.filter((card) => !leftOver.includes(card)));
  const asked = learning.filter(({ id }) => !putOff.has(id));
  return ok({
    day,
    queue: off ? EMPTY_QUEUE : { learning: asked, reviews: taken, fresh },
    counts,
    freshLater: unseen.length - fresh.length,
    waiting: all.length,
    overdue: all.filter((card) => cameOn(card) < day).length,
    held: off ? all.length : all.length - taken.length - leftOver.length,
    catchingUp: isCatchingUp(settings.catchUp, day),
    off,
    exam: exam.value,
    snapshots,
    partial,
  });
}

/** The cards that come back at a time of the day. */
function learningAmong(snapshots: readonly CardSnapshot[]): Queue['learning'] {
  return snapshots.flatMap(({ card, schedule }) =>
    schedule?.dueAt != null ? [{ kind: 'learning' as const, id: card, dueAt: schedule.dueAt }] : [],
  );
}

/** What an exam asks of the day, where one is set and still to come. Its plan is not loaded before. */
async function examOf(
  recite: Recite,
  day: LocalDay,
  counts: DayCounts,
  anyway: boolean,
): Promise<Result<ExamDay | null>> {
  const { exam } = recite.settings;
  if (exam?.bank !== recite.bank.id || exam.day <= day) return ok(null);
  const { examToday } = await import('./exam-today.ts');
  return examToday(recite, exam, counts, anyway);
}

/**
 * A queue of chosen cards, asked whether or not the day's limits would: learning cards at their
 * time, then those that were seen before, then the new ones.
 *
 * @param done cards that were asked already and are not asked again, unless they are being learned
 */
export async function readChosen(
  recite: Recite,
  chosen: ReadonlySet<string>,
  done: ReadonlySet<string>,
): Promise<Result<Today>> {
  const today = await readToday(recite, true);
  if (!today.ok) return today;
  const learning = learningAmong([...today.value.snapshots.values()]).filter(({ id }) =>
    chosen.has(id),
  );
  const waiting = new Set(learning.map(({ id }) => id));
  const rest = [...chosen].filter(
    (id) => !waiting.has(id) && !done.has(id) && recite.questionOf(id) !== undefined,
  );
  const read = await recite.store.cardsOf(rest);
  if (!read.ok) return read;
  const snapshots = new Map(today.value.snapshots);
  for (const snapshot of read.value) snapshots.set(snapshot.card, snapshot);
  const isAside = (id: string) => snapshots.get(id)?.suspended === true;
  const isSeen = (id: string) => snapshots.get(id)?.schedule != null;
  const { day } = today.value;
  const askable = rest.filter((id) => !isAside(id));
  const unseen = askable.filter((id) => !isSeen(id));
  // A card that could rest gives way to a sibling that never came; else that would never come here.
  const couldRest = (id: string) => {
    const { dueDay, lastDay } = snapshots.get(id)!.schedule!;
    return dueDay > day && lastDay < day;
  };
  const givesWay = (id: string) =>
    couldRest(id) && recite.siblingsOf(id).some((sibling) => unseen.includes(sibling));
  const candidates = {
    learning: today.value.queue.learning.map(({ id }) => id),
    reviews: askable.filter((id) => isSeen(id) && !givesWay(id)),
    unseen,
  };
  const kept = await keepSiblingsApart(recite, day, candidates, snapshots);
  if (!kept.ok) return kept;
  return ok({ ...today.value, queue: { learning, ...kept.value }, snapshots });
}
