import { err, ok, type Result } from '../primitives/index.ts';
import { cleanName, readPlan, readResponse } from '../classroom/index.ts';
import { VERDICTS, type Grade } from '../grading/index.ts';
import { CONFIDENCES } from '../journal/index.ts';
import { t } from '../language/index.ts';
import { SOURCES, type ClassRecord, type Given, type Sheet, type SheetAnswer } from './types.ts';

/** A record as a file: to be kept elsewhere, or to go on with on another device. */
const FORMAT = 'recite-class';
const VERSION = 1;

/** More students than any class has. */
const MOST_SHEETS = 5000;
const LONGEST_TITLE = 200;

/** All records of a teacher, and their class lists. */
const ALL_FORMAT = 'recite-classes';
const MOST_RECORDS = 10_000;
const MOST_LISTS = 1000;

type Fields = Readonly<Record<string, unknown>>;

export function writeRecord(record: ClassRecord): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, record })}\n`;
}

/** @param lists who holds which card; here nobody knows what is in them */
export function writeClasses<List>({ records, lists }: ClassFile<List>): string {
  return `${JSON.stringify({ format: ALL_FORMAT, version: VERSION, lists, records })}\n`;
}

export interface ClassFile<List> {
  readonly records: readonly ClassRecord[];
  readonly lists: readonly List[];
}

/**
 * The record or the records of a file, with what they are made of and nothing else.
 *
 * @param readList what a class list is; null where it is none
 * @returns an error where it is no class file, not whole, or of a newer Recite
 */
export function readClassFile<List>(
  text: string,
  readList: (value: unknown) => List | null,
): Result<ClassFile<List>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err(NO_RECORD);
  }
  if (!isFields(value)) return err(NO_RECORD);
  const { format, version } = value;
  if (format !== FORMAT && format !== ALL_FORMAT) return err(NO_RECORD);
  if (typeof version === 'number' && version > VERSION) return err(NEWER);
  const one = format === FORMAT;
  const records = listOf(one ? [value.record] : value.records, MOST_RECORDS, readRecord);
  const lists = one ? [] : listOf(value.lists, MOST_LISTS, readList);
  return records && lists ? ok({ records, lists }) : err(BROKEN);
}

/** @returns null where anything is missing or of another kind */
export function readRecord(value: unknown): ClassRecord | null {
  if (!isFields(value)) return null;
  const { id, title, at } = value;
  const plan = readPlan(value.plan);
  if (!isName(id) || !isTime(at) || typeof title !== 'string' || !plan) return null;
  const sheets = listOf(value.sheets, MOST_SHEETS, (one) => readSheet(one, plan.length));
  if (!sheets || new Set(sheets.map((sheet) => sheet.id)).size < sheets.length) return null;
  return { id, title: title.slice(0, LONGEST_TITLE), at, plan, sheets };
}

function readSheet(value: unknown, questions: number): Sheet | null {
  if (!isFields(value)) return null;
  const { id, at } = value;
  const source = SOURCES.find((one) => one === value.source);
  const name = typeof value.name === 'string' ? cleanName(value.name) : null;
  if (!source || name === null || !isName(id) || !isTime(at)) return null;
  const read = listOf(value.answers, questions, (one) =>
    one === null ? { answer: null } : wrapped(readAnswer(one)),
  );
  if (read?.length !== questions) return null;
  const answers = read.map(({ answer }) => answer);
  const sheet = { source, id, name, at, answers };
  return value.renamed === true ? { ...sheet, renamed: true } : sheet;
}

/** So that “not answered” is told from “not readable”. */
function wrapped(answer: SheetAnswer | null): { answer: SheetAnswer | null } | null {
  return answer && { answer };
}

function readAnswer(value: unknown): SheetAnswer | null {
  const given = readGiven(value);
  if (!given || !isFields(value)) return null;
  if (value.first === null) return { ...given, first: null };
  const first = readGiven(value.first);
  return first && { ...given, first };
}

function readGiven(value: unknown): Given | null {
  if (!isFields(value)) return null;
  const response = readResponse(value.response);
  const grade = readGrade(value.grade);
  const confidence = CONFIDENCES.find((one) => one === value.confidence) ?? null;
  const { elapsed } = value;
  if (!response || !grade || (elapsed !== null && !isTime(elapsed))) return null;
  if (confidence === null && value.confidence !== null) return null;
  return { response, grade, confidence, elapsed };
}

function readGrade(value: unknown): Grade | null {
  if (!isFields(value)) return null;
  const { credit, note } = value;
  const verdict = VERDICTS.find((one) => one === value.verdict);
  if (!verdict || typeof credit !== 'number' || !(credit >= 0 && credit <= 1)) return null;
  return typeof note === 'string' ? { verdict, credit, note } : { verdict, credit };
}

function listOf<T>(value: unknown, most: number, read: (one: unknown) => T | null): T[] | null {
  if (!Array.isArray(value) || value.length > most) return null;
  const items: T[] = [];
  for (const one of value as unknown[]) {
    const item = read(one);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

/** An id, or a part of one: short, and without anything that could be taken for more. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w./:-]{1,200}$/.test(value);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NO_RECORD = {
  code: 'no-record',
  message: t('This is not a class file of Recite. Nothing was taken from it.'),
};
const NEWER = {
  code: 'newer-record',
  message: t(
    'This class file was made by a newer Recite. Reload to get that version, then try again.',
  ),
};
const BROKEN = {
  code: 'broken-record',
  message: t('This class file is damaged or not whole. Nothing was taken from it.'),
};
