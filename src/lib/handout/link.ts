import { err, ok, type Failure, type Result } from '../primitives/index.ts';
import { quizText, readQuizText, type SharedQuiz } from '../quiz/index.ts';
import { t } from '../language/index.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { KEY_BYTES } from './seal.ts';

/** A quiz for phones that have its bank, as it stands in a link. */
export interface LinkedHandout {
  readonly quiz: SharedQuiz;
  readonly id: string;
  readonly title: string;
  readonly sure: boolean;
  readonly key: Uint8Array;
  /** See `codeCheck`. */
  readonly check: string;
}

const LONGEST_TITLE = 80;

/** `1&bank=…&seed=…`, as a quiz is shared, and `&id=…&to=…&code=…` besides. */
export function linkText({ quiz, id, title, sure, key, check }: LinkedHandout): string {
  const own: [string, string][] = [
    ['id', id],
    ['to', toBase32(key)],
    ['code', check],
    ['sure', sure ? '1' : ''],
    ['title', encodeURIComponent(title)],
  ];
  const written = own
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`);
  return [quizText(quiz), ...written].join('&');
}

/** Reads what `linkText` wrote; whatever else it is given, it fails in words. */
export function readLinkText(text: string): Result<LinkedHandout> {
  const quiz = readQuizText(text);
  if (!quiz.ok) return quiz;
  const parts = new Map(
    text.split('&').map((pair) => pair.split('=', 2) as [string, string | undefined]),
  );
  const [id, check] = [parts.get('id') ?? '', parts.get('code') ?? ''];
  const key = fromBase32(parts.get('to') ?? '');
  const title = decoded(parts.get('title') ?? '');
  const isWhole = /^[0-9a-f]{16}$/.test(id) && /^[0-9a-f]{8}$/.test(check);
  if (!isWhole || key?.length !== KEY_BYTES || title === null || title.length > LONGEST_TITLE) {
    return err(CUT_OFF);
  }
  return ok({ quiz: quiz.value, id, title, sure: parts.get('sure') === '1', key, check });
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const CUT_OFF: Failure = {
  code: 'handout-link-unreadable',
  message: t(
    'This link to a quiz is not whole: it may have been cut off. Ask your teacher for it again.',
  ),
};
