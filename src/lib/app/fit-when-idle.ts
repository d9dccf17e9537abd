import type { Recite } from './recite.svelte.ts';

/** After a session the page is left alone for this long before it is thought of fitting. */
const QUIET_MS = 1500;

/**
 * After a session: fits the parameters if a fit is due, once the browser has nothing else to do. What
 * is needed for it is fetched only then.
 */
export function fitWhenIdle(recite: Recite): void {
  if (!recite.settings.fitsItself || !recite.store.durable) return;
  const begin = () => {
    if (recite.answering) return;
    void import('./fitting.svelte.ts').then(({ fittingOf }) => fittingOf(recite).fitIfDue());
  };
  // Safari has no idle callbacks.
  const idle = globalThis.requestIdleCallback as typeof requestIdleCallback | undefined;
  setTimeout(() => (idle ? idle(begin) : begin()), QUIET_MS);
}
