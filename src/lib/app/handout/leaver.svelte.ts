import type { Failure } from '../../primitives/index.ts';
import { givenInSession, type GivenInSession } from '../classroom/given-memory.ts';
import { t } from '../../language/index.ts';
import type { LeftBehind } from './leaving.ts';

/** How long a connection may be away before it is taken to be gone. Milliseconds. */
const PATIENCE = 15_000;

/**
 * A phone in a live class whose connection does not come back: it offers what it has answered as a QR
 * code.
 */
export class Leaver {
  /** What there is to hand in; null while the connection stands, or nothing was answered. */
  offer = $state.raw<GivenInSession | null>(null);
  left = $state.raw<LeftBehind | null>(null);
  failure = $state.raw<Failure | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #loaded: Promise<typeof import('./leaving.ts')> | null = null;

  /** While the connection stands: loads what is needed once it is gone. */
  prepare(): void {
    this.#loaded ??= import('./leaving.ts');
    void this.#loaded
      // The encoder of QR codes, too.
      .then(({ warmUp }) => warmUp())
      .catch(() => (this.#loaded = null));
  }

  /** @param lost the connection is away */
  note(lost: boolean): void {
    clearTimeout(this.#timer);
    if (lost) this.#timer = setTimeout(() => (this.offer = offered()), PATIENCE);
    else if (this.left === null) this.offer = null;
  }

  async show(): Promise<void> {
    const given = givenInSession();
    if (!given) return;
    try {
      const { leaveBehind } = await (this.#loaded ?? import('./leaving.ts'));
      const left = await leaveBehind(given);
      this.failure = left.ok ? null : left.error;
      this.left = left.ok ? left.value : null;
    } catch {
      this.failure = NOT_LOADED;
    }
  }

  /** The connection is back, or the code was read. */
  hide(): void {
    this.left = null;
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}

/** A session that was begun without a key has nobody who could read a code. */
function offered(): GivenInSession | null {
  const given = givenInSession();
  return given?.key ? given : null;
}

const NOT_LOADED: Failure = {
  code: 'leaving-not-loaded',
  message: t(
    'The code cannot be made while the machine is away. Your answers stay on this phone: keep this page.',
  ),
};
