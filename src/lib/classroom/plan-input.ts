import type { Planned, LiveQuestion, Settings } from './types.ts';
import { NAMINGS, PACES } from './types.ts';
import { isLive } from './asked.ts';
import type { Question } from '../bank/index.ts';
import { cleanName } from './names.ts';

/**
 * What a teacher’s page sends to begin a session, read at the edge: all that grading and showing rely
 * on is there, or it is refused.
 */

type Fields = Readonly<Record<string, unknown>>;

const MOST_QUESTIONS = 500;
const MOST_NAMES = 2000;
const MOST_TEAMS = 24;
const LONGEST_LIMIT_MS = 3_600_000;
/** 32 octets in base 32. */
const RESULT_KEY = /^[0-9A-HJKMNP-TV-Z]{52}$/;

/** @returns null where anything is missing or of another kind */
export function readSettings(value: unknown): Settings | null {
  if (!isRecord(value)) return null;
  const { title, limit, speed, confidence } = value;
  const names = NAMINGS.find((one) => one === value.names);
  const pace = PACES.find((one) => one === value.pace);
  const roster = readNames(value.roster, MOST_NAMES);
  const teams = readNames(value.teams, MOST_TEAMS);
  const isLimit =
    limit === null || (typeof limit === 'number' && limit >= 1000 && limit <= LONGEST_LIMIT_MS);
  if (typeof title !== 'string' || title.length > 200 || !names || !pace) return null;
  if (!roster || !teams || !isLimit) return null;
  if (typeof speed !== 'boolean' || typeof confidence !== 'boolean') return null;
  const language = isText(value.language) && value.language.startsWith('es') ? 'es' : 'en';
  const settings = { title, names, roster, pace, limit, speed, confidence, teams, language };
  const { resultKey } = value;
  return isText(resultKey) && RESULT_KEY.test(resultKey) ? { ...settings, resultKey } : settings;
}

function readNames(value: unknown, most: number): string[] | null {
  if (!isTexts(value) || value.length > most) return null;
  return [...new Set(value.flatMap((text) => cleanName(text) ?? []))];
}

/** @returns null where one of the questions cannot be asked live, or is not whole */
export function readPlan(value: unknown): Planned[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_QUESTIONS) return null;
  const items: unknown[] = value;
  return items.every(isPlanned) ? items : null;
}

function isPlanned(value: unknown): value is Planned {
  if (!isRecord(value) || typeof value.bank !== 'string') return false;
  const { question, passage } = value;
  return (
    isRecord(passage) &&
    ['document', 'section', 'heading', 'paragraph', 'text'].every((name) =>
      isText(passage[name]),
    ) &&
    Number.isInteger(passage.start) &&
    Number.isInteger(passage.end) &&
    isRecord(question) &&
    isQuestion(question)
  );
}

function isQuestion(question: Fields): boolean {
  const { id, prompt, explanation, cites } = question;
  const isWhole =
    isText(id) &&
    isText(prompt) &&
    isText(explanation) &&
    isListOf(cites, isRecord) &&
    cites.length > 0;
  return isWhole && isLive(question as unknown as Question) && hasItsKey(question);
}

function hasItsKey(question: Fields): boolean {
  const { answer, answers, accept, distractors, items, pairs, unit, tolerance } = question;
  const isWrong = (one: unknown) => isRecord(one) && isText(one.text) && isText(one.why);
  switch (question.type as LiveQuestion['type']) {
    case 'choice':
      return isText(answer) && isListOf(distractors, isWrong);
    case 'multi':
      return isTexts(answers) && answers.length > 0 && isListOf(distractors, isWrong);
    case 'open':
      return isText(answer);
    case 'truefalse':
      return typeof answer === 'boolean';
    case 'cloze':
    case 'short':
      return isText(answer) && isTexts(accept);
    case 'number':
      return Number.isFinite(answer) && isText(unit) && Number.isFinite(tolerance);
    case 'order':
      return isTexts(items) && items.length > 1;
    case 'match':
      return isListOf(pairs, (one) => isRecord(one) && isText(one.left) && isText(one.right));
    default:
      return false;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return isListOf(value, isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isListOf(value: unknown, fits: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(fits);
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
