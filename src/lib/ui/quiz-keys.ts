import { t } from '../language/index.ts';

const PLACES = '123456789';
const LETTERS = 'abcdefghi';
/** The first letters of True and False in the language that is spoken. */
const TRUTHS = [t('T'), t('F')].map((letter) => letter.toLowerCase());

/** What keys do in a quiz, while the focus is within the question. */
export const QUIZ_KEYS = {
  option: [...PLACES],
  letter: [...LETTERS],
  truth: TRUTHS,
  proceed: ['Enter'],
} as const;

/**
 * Which option a key stands for: 1 to 9, a to i, and t or f where the options are True and False.
 *
 * @returns its place, or null
 */
export function optionForKey(key: string, options: readonly string[]): number | null {
  const letter = key.toLowerCase();
  if (letter.length !== 1) return null;
  if (isTruth(options) && TRUTHS.includes(letter)) return TRUTHS.indexOf(letter);
  const place = Math.max(PLACES.indexOf(letter), LETTERS.indexOf(letter));
  return place >= 0 && place < options.length ? place : null;
}

/** The keys of each option, for `aria-keyshortcuts`: `1 a`, or `1 t` for True. */
export function keysOfOptions(options: readonly string[]): readonly string[] {
  const letters = isTruth(options) ? TRUTHS : [...LETTERS];
  return options
    .slice(0, PLACES.length)
    .map((_, place) => `${PLACES.charAt(place)} ${letters[place]}`);
}

function isTruth(options: readonly string[]): boolean {
  return options.length === 2 && options[0] === t('True');
}

/** Whether a key that is pressed is for the question: neither for a control in it nor for the browser. */
export function isForQuestion(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false;
  return (
    target instanceof HTMLElement &&
    target.closest('button, a, select, textarea, [type="text"]') === null
  );
}
