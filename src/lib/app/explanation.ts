import type { Instant, LocalDay, Moment } from '../primitives/index.ts';
import type { Question } from '../bank/index.ts';
import {
  settingsAt,
  settingsFor,
  traceCard,
  type AnswerTrace,
  type CardEvent,
  type CardTrace,
  type ReadingEvent,
  type Settings,
  type SettingsTimeline,
} from '../journal/index.ts';
import {
  comesOn,
  forgettingCurve,
  gradeCard,
  recallAlong,
  recallOn,
  sameParameters,
  type CardSchedule,
  type Delay,
  type GradePreview,
  type Memory,
  type Rating,
  type Stretch,
} from '../schedule/index.ts';
import type { HistoryEntry } from '../ui/index.ts';
import { historyEntries } from './card-history.ts';
import { standingOf, type Standing } from './standing.ts';

/** The forgetting curve as it is drawn. */
export interface Curve {
  /** The first and the last day shown. */
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly today: LocalDay;
  readonly due: LocalDay;
  /** The desired retention, in (0, 1). */
  readonly aim: number;
  readonly stretches: readonly (Stretch & {
    /** Days, fractions allowed, and the recall on them, from the answer to the next one. */
    readonly points: readonly (readonly [day: number, recall: number])[];
  })[];
  /** The recall on a day, in [0, 1]. */
  readonly recallOn: (day: number) => number;
}

/** Where one of the four grades would lead now. */
export interface Outlook {
  readonly rating: Rating;
  readonly delay: Delay;
  readonly memory: Memory;
}

/** All that is known of a card and of when it comes again. */
export interface Explanation {
  readonly card: string;
  readonly question: Question;
  readonly today: LocalDay;
  readonly standing: Standing;
  readonly buried: boolean;
  /** The day on which it comes, and whether days off put it there; null while new or suspended. */
  readonly comes: { readonly day: LocalDay; readonly moved: boolean } | null;
  /** Null while the card is new. */
  readonly known: {
    readonly schedule: CardSchedule;
    /** Recall today, in [0, 1]. */
    readonly recall: number;
    readonly curve: Curve;
    /** The answer that made the interval, and when it was given. */
    readonly last: AnswerTrace & { readonly at: Instant; readonly offset: number };
    /** What has changed since that answer. */
    readonly changed: { readonly aim: number | null; readonly parameters: boolean };
  } | null;
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
  readonly settings: Settings;
  /** The day on which the passage behind it was last read, from wherever. */
  readonly lastRead: LocalDay | null;
}

/** What the journal holds about a card. */
interface Told {
  readonly events: readonly CardEvent[];
  readonly timeline: SettingsTimeline;
  /** Of the document, all of them. */
  readonly readings: readonly ReadingEvent[];
}

/** Explains a card from its events. */
export function explain(
  card: string,
  question: Question,
  { events, timeline, readings }: Told,
  moment: Moment,
): Explanation {
  const { paragraph } = question.cites[0];
  const days = readings.filter((one) => one.paragraph === paragraph).map(({ day }) => day);
  const trace = traceCard(card, events, timeline);
  const settings = settingsFor(settingsAt(timeline), card);
  const schedule = trace.snapshot?.schedule ?? null;
  return {
    card,
    question,
    today: moment.day,
    standing: standingOf(trace.snapshot, moment.day, settings),
    buried: (trace.snapshot?.buriedOn ?? -1) >= moment.day,
    comes: comingOf(trace, settings),
    known: schedule && knownOf(trace, schedule, settings, moment.day),
    history: historyEntries(
      trace,
      readings.filter((one) => one.card === card),
    ),
    lastRead: days.length > 0 ? Math.max(...days) : null,
    settings,
  };
}

function comingOf({ snapshot }: CardTrace, settings: Settings): Explanation['comes'] {
  if (!snapshot?.schedule || snapshot.queueDay === undefined) return null;
  const day = comesOn(snapshot.queueDay, settings);
  return { day, moved: day !== snapshot.queueDay };
}

function knownOf(
  trace: CardTrace,
  schedule: CardSchedule,
  settings: Settings,
  today: LocalDay,
): NonNullable<Explanation['known']> {
  const answers = answersSinceReset(trace);
  const last = answers[answers.length - 1]!;
  const { desiredRetention: aim, parameters } = settings;
  return {
    schedule,
    recall: recallOn(schedule, today, settings),
    curve: curveOf(answers, schedule, settings, today),
    last,
    changed: {
      aim: last.settings.desiredRetention === aim ? null : aim,
      parameters: !sameParameters(last.settings.parameters, parameters),
    },
  };
}

type DatedAnswer = AnswerTrace & {
  readonly at: Instant;
  readonly offset: number;
  readonly day: LocalDay;
};

/** The answers that the card's memory is made of, oldest first. */
function answersSinceReset({ steps }: CardTrace): DatedAnswer[] {
  const reset = steps.findLastIndex(({ event, undone }) => event.kind === 'reset' && !undone);
  return steps
    .slice(reset + 1)
    .flatMap(({ event: { at, offset, day }, answer }) =>
      answer ? [{ ...answer, at, offset, day }] : [],
    );
}

/** Points along the whole curve: as fine as a phone shows. */
const POINTS = 160;
/** The part of the picture that is left for the time to come, and the least there is, in days. */
const AHEAD = 0.2;
const LEAST_DAYS = 7;

function curveOf(
  answers: readonly DatedAnswer[],
  schedule: CardSchedule,
  { desiredRetention: aim, parameters }: Settings,
  today: LocalDay,
): Curve {
  const stretches = forgettingCurve(answers, parameters);
  const from = stretches[0]!.day;
  const due = schedule.dueDay;
  const end = Math.max(today, due, stretches[stretches.length - 1]!.day);
  const to = Math.max(from + LEAST_DAYS, end + Math.ceil((end - from) * AHEAD));
  const recall = (day: number) => recallAlong(stretches, day, parameters) ?? 1;
  const pointsOf = ({ day }: Stretch, until: number) => {
    const count = Math.max(2, Math.ceil((POINTS * (until - day)) / (to - from)));
    // The last point belongs to this stretch: there the next answer lifts it.
    return Array.from({ length: count + 1 }, (_, index) => {
      const at = day + ((until - day) * index) / count;
      return [at, index < count ? recall(at) : null] as const;
    });
  };
  return {
    from,
    to,
    today,
    due,
    aim,
    recallOn: recall,
    stretches: stretches.map((stretch, index) => {
      const next = stretches[index + 1];
      const points = pointsOf(stretch, next?.day ?? to).map(
        ([at, share]) => [at, share ?? next?.before ?? recall(at)] as const,
      );
      return { ...stretch, points };
    }),
  };
}

/** Where each of the grades leads: the buttons of Study, and the memory behind them. */
export function outlookOf(
  card: string,
  schedule: CardSchedule | null,
  previews: readonly GradePreview[],
  moment: Moment,
  settings: Settings,
): Outlook[] {
  return previews.map(({ rating, delay }) => ({
    rating,
    delay,
    memory: gradeCard(card, schedule, rating, moment, settings).memory,
  }));
}
