import type { Failure, Result } from '../primitives/index.ts';
import { DEFAULT_SETTINGS, type Settings } from '../journal/index.ts';
import type { Rebuilt } from '../storage/index.ts';
import type { Recite } from './recite.svelte.ts';

/** A pause this long ends a change: one drag of a slider is one event in the journal. */
const PAUSE_MS = 600;

/** The settings that “Back to defaults” touches: what a person sets by hand. */
const BY_HAND = [
  'newPerDay',
  'reviewsPerDay',
  'desiredRetention',
  'rolloverHour',
  'learningSteps',
  'relearningSteps',
  'maximumInterval',
  'newOrder',
  'reviewOrder',
  'buttons',
  'easyDays',
  'leechLapses',
  'leechAction',
  'examTime',
] as const satisfies readonly (keyof Settings)[];

type Changes = Partial<Settings>;

/**
 * Changes to the settings, saved by themselves: what was entered shows at once, and after a short
 * pause it is one event in the journal.
 */
export class SettingsEditor {
  failure = $state.raw<Failure | null>(null);
  /** What was saved last: said beside it. */
  saved = $state.raw<readonly (keyof Settings)[]>([]);
  /** Entered and not yet saved. */
  #pending = $state.raw<Changes>({});
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();
  readonly #recite: Recite;

  /** The settings as the person sees them. */
  shown = $derived.by((): Settings => ({ ...this.#recite.settings, ...this.#pending }));
  atDefaults = $derived(BY_HAND.every((name) => same(this.shown[name], DEFAULT_SETTINGS[name])));

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** Takes a change and saves it with others once the person pauses. */
  change(changes: Changes): void {
    this.#pending = { ...this.#pending, ...changes };
    this.saved = [];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Saves what waits, at once: the pause is over, or the person leaves. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    // One after the other: what is being saved when the person leaves must not be saved twice.
    return (this.#saving = this.#saving.then(() => this.#save()));
  }

  async #save(): Promise<void> {
    const entered = this.#pending;
    const names = Object.keys(entered) as (keyof Settings)[];
    const changed = names.filter((name) => !same(entered[name], this.#recite.settings[name]));
    if (changed.length === 0) {
      this.#pending = {};
      return;
    }
    const saved = await this.#recite.changeSettings(pick({ ...this.shown }, changed));
    // What was entered meanwhile waits for its own turn; a failed change stays shown, to try again.
    if (saved.ok && this.#pending === entered) this.#pending = {};
    this.failure = saved.ok ? null : saved.error;
    if (saved.ok) this.saved = changed;
  }

  /** Back to the defaults, returning what it was, for whoever regrets it. */
  async reset(): Promise<Changes> {
    const before = this.shown;
    const changed = BY_HAND.filter((name) => !same(before[name], DEFAULT_SETTINGS[name]));
    this.change(pick(DEFAULT_SETTINGS, changed));
    await this.flush();
    return pick(before, changed);
  }
}

function pick(settings: Settings, names: readonly (keyof Settings)[]): Changes {
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Folds the history again and says what that changed. */
export async function rebuild(recite: Recite): Promise<Result<Rebuilt>> {
  const done = await recite.store.rebuild();
  if (done.ok) recite.writes++;
  return done;
}
