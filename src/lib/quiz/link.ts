import { err, ok, type Result } from '../primitives/index.ts';
import { LEVELS, QUESTION_TYPES, TAGS } from '../bank/index.ts';
import { EVERYTHING, type Recipe } from './assemble.ts';
import { MODES, type Rules } from './run.ts';
import { t } from '../language/index.ts';

/** A quiz that is the same on every device: what it asks, and how it runs. */
export interface SharedQuiz {
  readonly recipe: Recipe;
  readonly rules: Rules;
  /** The start of the document's id: another version of the text may draw other questions. */
  readonly version: string;
}

/** As many characters of the document's id tell its versions apart. */
const VERSION_LENGTH = 12;

export function versionOf(document: { readonly id: string }): string {
  return document.id.slice(0, VERSION_LENGTH);
}

const MOST_QUESTIONS = 1000;

/**
 * The quiz as one line of text, for the fragment of an address: `1&bank=…&n=10&seed=…`, its lists
 * divided by commas, which the values have encoded.
 */
export function quizText({ recipe, rules, version }: SharedQuiz): string {
  const { bank, sections, types, tags, levels, only, length, seed } = recipe;
  const parts: [string, string][] = [
    ['bank', encodeURIComponent(bank)],
    ['of', encodeURIComponent(version)],
    ['n', String(length)],
    ['seed', encodeURIComponent(seed)],
    ['mode', rules.mode],
    ['limit', rules.limit === null ? '' : String(Math.round(rules.limit / 1000))],
    ['s', listText(sections)],
    ['t', listText(types)],
    ['g', listText(tags)],
    ['l', listText(levels)],
    ['q', listText(only)],
  ];
  const written = parts.filter(([, value]) => value !== '');
  return ['1', ...written.map(([name, value]) => `${name}=${value}`)].join('&');
}

/**
 * Whether a fragment is meant to be a quiz, readable or not. Going back fast, a browser may still have
 * the fragment of the page that was left.
 */
export function isQuizText(text: string): boolean {
  return /^\d+&/.test(text);
}

const FAILURE = {
  code: 'quiz-link-unreadable',
  message: t(
    'This link holds no quiz that can be read: it may have been cut off. Ask for it again, or make a quiz of your own here.',
  ),
};

/** Reads what `quizText` wrote; whatever else it is given, it fails in words. */
export function readQuizText(text: string): Result<SharedQuiz> {
  const [format, ...pairs] = text.split('&');
  const parts = new Map(pairs.map((pair) => pair.split('=', 2) as [string, string | undefined]));
  const list = (name: string) => readList(parts.get(name) ?? '');
  const plain = (name: string) => readPlain(parts.get(name) ?? '');
  const [bank, version, seed] = [plain('bank'), plain('of'), plain('seed')];
  const length = Number(parts.get('n'));
  const mode = MODES.find((one) => one === parts.get('mode'));
  const seconds = parts.get('limit');
  const limit = seconds === undefined ? null : Number(seconds) * 1000;
  const lists = {
    sections: list('s'),
    types: known(list('t'), QUESTION_TYPES),
    tags: known(list('g'), TAGS),
    levels: known(list('l'), LEVELS),
    only: list('q'),
  };
  const { sections, types, tags, levels, only } = lists;
  if (format !== '1' || !bank || !seed || version === null || !mode) return err(FAILURE);
  if (!sections || !types || !tags || !levels || !only) return err(FAILURE);
  if (!Number.isInteger(length) || length < 1 || length > MOST_QUESTIONS) return err(FAILURE);
  if (limit !== null && !(limit > 0)) return err(FAILURE);
  const selection = { ...EVERYTHING, sections, types, tags, levels, only };
  return ok({ recipe: { ...selection, bank, length, seed }, rules: { mode, limit }, version });
}

function listText(items: readonly string[]): string {
  return items.map((item) => encodeURIComponent(item)).join(',');
}

function readList(text: string): string[] | null {
  if (text === '') return [];
  const items = text.split(',').map(readPlain);
  return items.every((item) => item !== null) ? items : null;
}

function readPlain(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The list, where all of it is known: what is not would silently be another quiz. */
function known<T extends string>(items: string[] | null, all: readonly T[]): T[] | null {
  const found = items?.map((item) => all.find((one) => one === item));
  return found?.every((item) => item !== undefined) ? found : null;
}
