/** What a first launch shows before the bank is there: in elements that only `[data-first]` shows. */
export { first as firstLaunch } from 'virtual:recite/first';

/** The reading serif, as `document.fonts` takes it: see `ui/fonts.css`. */
const SERIF = '1em "Literata Variable"';

/** Fetches what the first page did without; for when the app has what it needs itself. */
export async function fetchSerif(): Promise<void> {
  try {
    await document.fonts.load(SERIF);
  } catch {
    // The system's serif does as well.
  }
}

/**
 * What `src/first-paint.js` found for the first page is over with it: the next one is that of a learner
 * known by now, in the reading serif, if that is there. While a page is read its letters stay as they are.
 */
export function leaveFirstPage(): void {
  const { dataset } = document.documentElement;
  delete dataset.first;
  if (document.fonts.check(SERIF)) dataset.serif = '';
}

/** The button that was pressed while the page was there and the app was not: now it does what it says. */
export function pressAgain(): void {
  const { pressedEarly } = window as { pressedEarly?: () => HTMLButtonElement | null };
  const button = pressedEarly?.();
  if (button?.isConnected) button.click();
}
