import { readValues } from '../bank/index.ts';

/**
 * The number in what a person typed: `27`, `10,000`, `10 000`, `3.5`, `$20 billion`, `37 %`,
 * `thirty-seven`, `ten thousand`. The words around it (unit, “over”) do not matter.
 *
 * @returns undefined where there is no number, or more than one
 */
export function parseNumber(typed: string): number | undefined {
  return readNumber(typed)?.value;
}

/** Whether a text is a number and nothing else: `27`, `thirty-seven`, `$20 billion`. */
export function isBareNumber(text: string): boolean {
  return readNumber(text)?.bare ?? false;
}

const SPACE_GROUPS = /(^|[^\d.,])(\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?![\d.,]*\d)/g;
const LONE = /\b(?:zero|one)\b/g;

function readNumber(typed: string): { value: number; bare: boolean } | undefined {
  const text = typed
    .toLowerCase()
    .replace(/[−–]/g, '-')
    .replace(
      SPACE_GROUPS,
      (_, before: string, digits: string) => before + digits.replace(/\D/g, ''),
    )
    .replace(/(^|[^\d.])\.(?=\d)/g, '$10.')
    .trim();
  // What “two and a half” or “a dozen” comes to is not worth the rules; it is no two and no one.
  if (/\b(?:half|quarter|dozen)s?\b/.test(text)) return undefined;
  const values = readValues(text).map(({ value, start, end }) => ({ value, start, end }));
  // The reader leaves “one” and “zero” out where they stand alone.
  for (const { 0: word, index } of text.matchAll(LONE)) {
    const known = values.some(({ start, end }) => index >= start && index < end);
    if (!known)
      values.push({ value: word === 'one' ? 1 : 0, start: index, end: index + word.length });
  }
  const [only, ...others] = values;
  if (!only || others.length > 0 || !Number.isFinite(only.value)) return undefined;
  const negative = /(?:^|\s)-$/.test(text.slice(0, only.start));
  const start = negative ? only.start - 1 : only.start;
  return {
    value: negative ? -only.value : only.value,
    bare: start === 0 && only.end === text.length,
  };
}
