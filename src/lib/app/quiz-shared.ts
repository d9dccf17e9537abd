import { err, type Result } from '../primitives/index.ts';
import { readQuizText, versionOf, type SharedQuiz } from '../quiz/index.ts';
import type { Recite } from './recite.svelte.ts';
import { t } from '../language/index.ts';

/** A quiz out of a link, if it is about the document that is here. */
export function readShared(recite: Recite, text: string): Result<SharedQuiz> {
  const read = readQuizText(text);
  if (!read.ok || read.value.recipe.bank === recite.bank.id) return read;
  return err({
    code: 'quiz-of-another-document',
    message: t(
      'This quiz is about a document that is not on this device, so it cannot be asked here. Your own quizzes are below.',
    ),
  });
}

/** Whether a quiz was made from another version of the document, and may ask otherwise here. */
export function isOfAnotherVersion(recite: Recite, { version }: SharedQuiz): boolean {
  return version !== versionOf(recite.bank.document);
}

/** A text as the squares of a QR code, row by row; true is dark. Loaded when first asked for. */
export async function codeOf(text: string): Promise<readonly (readonly boolean[])[]> {
  const { encodeQR } = await import('qr');
  return encodeQR(text, 'raw', { ecc: 'low', border: 2 });
}
