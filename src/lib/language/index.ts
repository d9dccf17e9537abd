/**
 * The language that the app speaks. Texts stand in the code in English, as in GNU gettext, and are
 * looked up in the catalogue of another language where one is spoken; so English costs no catalogue.
 * It is set once, before the first page is made (`src/hooks.client.ts`), like the locale of a process;
 * who changes the language starts the page anew.
 */

/** A text in another language: one, or one for each plural category that the language has. */
export type Phrase = string | PluralPhrases;
export type PluralPhrases = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

export interface Language {
  /** For numbers and dates, as in BCP 47. */
  readonly locale: string;
  /** By the English text; of a plural, by `{0} card`. What it has not is said in English. */
  readonly phrases: Readonly<Record<string, Phrase>>;
  /** Fetches the phrases that the page at a path says and others do not. */
  readonly prepare?: (path: string) => Promise<void>;
  /** Changes every text, before its values are put in: for a language that is only for tests. */
  readonly disguise?: (text: string) => string;
}

const ENGLISH: Language = { locale: 'en-GB', phrases: {} };

let spoken = ENGLISH;

/** Of that language, made when they are first wanted; shares in percent by their places. */
let rules: Intl.PluralRules | null = null;
let percents: Intl.NumberFormat[] = [];

/** Speaks a language from now on. What was said before stays as it was. */
export function speak(language: Language): void {
  spoken = language;
  rules = null;
  percents = [];
}

/**
 * Makes sure that the words of a page are there before anything that says them is loaded.
 *
 * @param path of its address
 */
export async function prepare(path: string): Promise<void> {
  await spoken.prepare?.(path);
}

/** The locale in which numbers and dates are written, for `Intl`. */
export function locale(): string {
  return spoken.locale;
}

/**
 * A text in the language that is spoken.
 *
 * @param text in English, with a place `{0}`, `{1}` … for each value
 */
export function t(text: string, ...values: readonly (string | number)[]): string {
  const phrase = spoken.phrases[text];
  return filled(typeof phrase === 'string' ? phrase : text, values);
}

/**
 * A number of things: `1 card`, `2 cards`.
 *
 * @param word in English, of one
 * @param words in English, of several
 */
export function plural(count: number, word: string, words = `${word}s`): string {
  const phrase = spoken.phrases[`{0} ${word}`];
  const english = `{0} ${count === 1 ? word : words}`;
  return filled(pluralOf(phrase, count) ?? english, [numeral(count)]);
}

/** Most counts are small, and a browser's formatting of numbers takes ten milliseconds to come about. */
function numeral(count: number): string {
  const plain = Number.isInteger(count) && count >= 0 && count < 1000;
  return plain ? String(count) : count.toLocaleString(spoken.locale);
}

/** @see https://unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules */
function pluralOf(phrase: Phrase | undefined, count: number): string | undefined {
  if (typeof phrase !== 'object') return phrase;
  rules ??= new Intl.PluralRules(spoken.locale);
  return phrase[rules.select(count)] ?? phrase.other;
}

/**
 * A share of 1 in percent: `87%`, in Spanish `87 %` with a space that is never broken.
 *
 * @param digits behind the point, at most
 */
export function percent(share: number, digits = 0): string {
  if (digits === 0 && spoken === ENGLISH && share >= 0 && share < 10)
    return `${Math.round(share * 100)}%`;
  const format = (percents[digits] ??= new Intl.NumberFormat(spoken.locale, {
    style: 'percent',
    maximumFractionDigits: digits,
  }));
  return format.format(share);
}

function filled(text: string, values: readonly (string | number)[]): string {
  const said = spoken.disguise?.(text) ?? text;
  return values.length === 0
    ? said
    : said.replace(/\{(\d)\}/g, (place, at: string) => String(values[Number(at)] ?? place));
}
