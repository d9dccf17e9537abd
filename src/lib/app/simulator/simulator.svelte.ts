import type { Failure } from '../../primitives/index.ts';
import { compareCourses, type Comparison, type SimulatedWeek } from '../../schedule/index.ts';
import type { CardSnapshot, LearnerBehaviour, Settings } from '../../journal/index.ts';
import { cardId, settingsFor } from '../../journal/index.ts';
import type { Recite } from '../recite.svelte.ts';
import { trustedWorker } from '../trusted-worker.ts';
import type { Asked, Played } from './simulate.worker.ts';
import workerUrl from './simulate.worker.ts?worker&url';
import { t } from '../../language/index.ts';

/** A slider that moves asks for nothing until it rests this long. */
const PAUSE_MS = 200;

/** The same weeks under the goal as it is, and under another. */
export interface WhatIf {
  readonly current: number;
  readonly goal: number;
  readonly currently: readonly SimulatedWeek[];
  readonly instead: readonly SimulatedWeek[];
  readonly comparison: Comparison;
  /** Answers from which it is known how the learner answers. */
  readonly answers: number;
}

/** “What if I aim at 85 %?”: plays the coming weeks through, in a worker. */
export class Simulator {
  /** The goal that is tried, in [0, 1]. */
  goal = $state(0.85);
  weeks = $state(26);
  result = $state.raw<WhatIf | null>(null);
  failure = $state.raw<Failure | null>(null);
  #worker: Worker | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #runs = 0;

  /** A goal worth comparing with the present one: a little easier, or where that is low, higher. */
  propose(current: number): void {
    this.goal = current > 0.8 ? Math.round(100 * current - 5) / 100 : 0.9;
  }

  /** Plays the weeks through once the learner's hand rests. */
  ask(recite: Recite, snapshots: readonly CardSnapshot[], learner: LearnerBehaviour): void {
    clearTimeout(this.#timer);
    const { goal, weeks } = this;
    this.#timer = setTimeout(() => this.#run(recite, snapshots, learner, goal, weeks), PAUSE_MS);
  }

  #run(
    recite: Recite,
    snapshots: readonly CardSnapshot[],
    { behaviour, answers }: LearnerBehaviour,
    goal: number,
    weeks: number,
  ): void {
    const { bank } = recite;
    const settings = settingsOf(recite);
    const known = new Map(snapshots.map((snapshot) => [snapshot.card, snapshot]));
    const cards = bank.questions.flatMap(({ id }) => {
      const card = cardId(bank.id, id);
      const snapshot = known.get(card);
      return snapshot?.suspended ? [] : { id: card, schedule: snapshot?.schedule ?? null };
    });
    const current = settings.desiredRetention;
    const asked: Asked = {
      id: ++this.#runs,
      goals: [current, goal],
      input: {
        cards,
        settings,
        newPerDay: settings.newPerDay,
        reviewsPerDay: settings.reviewsPerDay,
        off: { breaks: settings.breaks, easyDays: settings.easyDays },
        behaviour,
        from: recite.moment().day,
        weeks,
        seed: bank.id,
      },
    };
    this.#worker ??= new Worker(trustedWorker(workerUrl), { type: 'module' });
    this.#worker.onmessage = ({ data }: MessageEvent<Played>) => {
      if (data.id !== this.#runs) return;
      const [currently, instead] = data.courses as [SimulatedWeek[], SimulatedWeek[]];
      const comparison = compareCourses(currently, instead);
      this.failure = null;
      this.result = { current, goal, currently, instead, comparison, answers };
    };
    this.#worker.onerror = () => {
      this.failure = NOT_PLAYED;
    };
    this.#worker.postMessage(asked);
  }

  /** Aims at another goal from now on: the bank's own, where it has one, else the common one. */
  async adopt(recite: Recite, goal: number): Promise<boolean> {
    const { perBank } = recite.settings;
    const { id } = recite.bank;
    const changed = await recite.changeSettings(
      id in perBank ? { perBank: { ...perBank, [id]: goal } } : { desiredRetention: goal },
    );
    this.failure = changed.ok ? null : changed.error;
    return changed.ok;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
  }
}

/** The settings that hold for the cards of the bank. */
function settingsOf({ bank, settings }: Recite): Settings {
  return settingsFor(settings, cardId(bank.id, ''));
}

const NOT_PLAYED: Failure = {
  code: 'simulation-failed',
  message: t(
    'The coming weeks could not be played through. Nothing has changed. Reload to try again.',
  ),
};
