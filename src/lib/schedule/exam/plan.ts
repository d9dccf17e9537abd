import { Simulation, type Course, type ExamDay, type ExamRequest } from './simulation.ts';

/** What to do until an exam, and what it will come to. */
export interface ExamPlan {
  /** New cards a day, until all have been met. */
  readonly newPerDay: number;
  /** The days of study, today first; today without what was done already. */
  readonly days: readonly ExamDay[];
  /** The mean recall to be expected on the day if the plan is followed, in [0, 1]. */
  readonly predicted: number;
  /** The same, if nothing more were studied. */
  readonly asItStands: number;
  /** Whether the plan reaches the target. */
  readonly reached: boolean;
  /** The recall of each card on the day, in the order of the request; null for those not met by then. */
  readonly recalls: readonly (number | null)[];
}

/** What it would take to reach a target that the present limits do not reach. */
export type ExamNeeds =
  | {
      readonly reachable: true;
      readonly newPerDay: number;
      /** On the fullest day. */
      readonly reviewsPerDay: number;
      readonly plan: ExamPlan;
    }
  | { readonly reachable: false; /** The most that can be expected. */ readonly atMost: number };

/** A stretch of work that can be broken off between its pieces. */
type Pieces<T> = Generator<undefined, T>;

/** New cards are to be met by then, to come back once before the exam. */
const DAYS_TO_SETTLE = 3;
/** The extra reviews lie in so many last days at least, and at most. */
const LAST_DAYS = { least: 3, most: 14 };
/** How finely the floor of the extra reviews is sought: the loads differ by a card or two. */
const HALVINGS = 9;

/**
 * The plan within the learner's limits: all cards met in time, if that can be, their reviews when
 * they are due, and in the last days as many reviews ahead of their time as it takes. It is found by
 * trying out, with the same scheduler that will be at work, and is to be made anew each day, from
 * what has come of the last.
 *
 * It comes in pieces: each `next()` tries out one more day, so that a phone stays awake meanwhile.
 */
export function* examPlanning(request: ExamRequest): Pieces<ExamPlan> {
  const { newPerDay: limit, reviewsPerDay } = request;
  const even = Math.min(limit, evenPace(request));
  const plan = yield* bestCourse(request, even, reviewsPerDay);
  // What is met earlier comes back oftener.
  return plan.reached || even === limit
    ? plan
    : better(plan, yield* bestCourse(request, limit, reviewsPerDay));
}

/** What it would take, if the learner's limits were no limits. */
export function* examNeeding(request: ExamRequest): Pieces<ExamNeeds> {
  const fresh = request.cards.filter(({ schedule }) => !schedule).length + request.done.fresh;
  const needs = (plan: ExamPlan): ExamNeeds => ({
    reachable: true,
    newPerDay: plan.newPerDay,
    reviewsPerDay: Math.max(0, ...plan.days.map(({ reviews, extra }) => reviews + extra.length)),
    plan,
  });
  let best = yield* bestCourse(request, fresh, Infinity);
  if (!best.reached) {
    const even = yield* bestCourse(request, evenPace(request), Infinity);
    return even.reached
      ? needs(even)
      : { reachable: false, atMost: Math.max(best.predicted, even.predicted) };
  }
  let [tooFew, enough] = [-1, fresh];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    const plan = yield* bestCourse(request, middle, Infinity);
    if (plan.reached) [enough, best] = [middle, plan];
    else tooFew = middle;
  }
  return needs(best);
}

/**
 * The recall of each card on the day, in the order of the request, if until then the learner studies
 * as usual: what is due and the new cards of each day, within the limits. Null for cards not met.
 */
export function* usualStudy(request: ExamRequest): Pieces<readonly (number | null)[]> {
  const { newPerDay, reviewsPerDay, day } = request;
  const simulation = new Simulation(request);
  while (simulation.day < day) {
    simulation.step({ newPerDay, reviewsPerDay, floor: 0, lastDays: 0 });
    yield;
  }
  return simulation.recalls();
}

/** Runs a stretch of work to its end. */
export function finished<T>(work: Pieces<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** How many new cards a day, so that all are met in time to come back once. */
function evenPace(request: ExamRequest): number {
  const fresh = request.cards.filter(({ schedule }) => !schedule).length + request.done.fresh;
  const days = new Simulation(request).studyDays();
  return Math.ceil(fresh / Math.max(1, days - Math.min(DAYS_TO_SETTLE, Math.floor(days / 4))));
}

/** The course with as few extra reviews as reach the target; with all there is room for, if none does. */
function* bestCourse(
  request: ExamRequest,
  newPerDay: number,
  reviewsPerDay: number,
): Pieces<ExamPlan> {
  const { cards, day } = request;
  const lastDays = Math.min(
    LAST_DAYS.most,
    Math.max(LAST_DAYS.least, Math.ceil((2 * cards.length) / Math.max(1, reviewsPerDay))),
  );
  const start = new Simulation(request);
  const asItStands = start.predicted();
  const plain: Course = { newPerDay, reviewsPerDay, floor: 0, lastDays };
  // Until the last days nothing is different, so that is tried out once.
  while (start.day < day && start.studyDays() > lastDays) {
    start.step(plain);
    yield;
  }
  function* ending(floor: number): Pieces<ExamPlan> {
    const end = new Simulation(request, start);
    while (end.day < day) {
      end.step({ ...plain, floor });
      yield;
    }
    const predicted = end.predicted();
    const reached = predicted >= request.target;
    const recalls = end.recalls();
    return { newPerDay, days: end.days, predicted, asItStands, reached, recalls };
  }
  let best = yield* ending(0);
  if (best.reached) return best;
  best = better(best, yield* ending(1));
  if (!best.reached) return best;
  let [low, high] = [0, 1];
  for (let turn = 0; turn < HALVINGS; turn++) {
    const middle = (low + high) / 2;
    const plan = yield* ending(middle);
    if (plan.reached) [high, best] = [middle, plan];
    else low = middle;
  }
  return best;
}

function better(a: ExamPlan, b: ExamPlan): ExamPlan {
  return b.predicted > a.predicted ? b : a;
}
