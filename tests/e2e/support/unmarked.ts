import type { Page } from '@playwright/test';

/** Names that are the same in every language. */
const NAMES = ['Aa', 'Recite', 'English', 'Español', 'Anki', 'CSV', 'FSRS', 'MB'];

/**
 * The texts of a page that are not said in the language of the tests, which wraps each word in marks of
 * direction (`src/lib/language/pseudo.ts`): they were forgotten. What belongs to a document says its
 * language itself and is left alone; so are names, keys, code, and dates, which `Intl` writes.
 */
export async function unmarkedTexts(page: Page): Promise<string[]> {
  return page.evaluate((names) => {
    const months = Array.from({ length: 12 }, (_, month) => new Date(2026, month));
    const week = Array.from({ length: 7 }, (_, day) => new Date(2026, 0, day + 1));
    const dates = (['long', 'short', 'narrow'] as const).flatMap((length) => [
      ...months.map((day) => day.toLocaleDateString('en-GB', { month: length })),
      ...week.map((day) => day.toLocaleDateString('en-GB', { weekday: length })),
    ]);
    const known = new Set([...names, ...dates]);

    function isForgotten(text: string): boolean {
      const rest = text.includes('\u202e') ? '' : text;
      // Capitals up to F alone are letters of options and of versions, or a quiz’s number.
      return (rest.match(/\p{L}+/gu) ?? []).some(
        (word) => !known.has(word) && !/^[A-F]+$/.test(word),
      );
    }

    function isContent(element: Element): boolean {
      const language = element.closest('[lang]');
      return language !== document.documentElement || element.closest('code, kbd, pre') !== null;
    }

    for (const details of document.querySelectorAll('details')) details.open = true;
    const found: string[] = isForgotten(document.title) ? [`title ${document.title}`] : [];
    for (const element of document.body.querySelectorAll('*')) {
      if (isContent(element) || !element.checkVisibility()) continue;
      if (element.matches('script, style, noscript')) continue;
      for (const node of element.childNodes) {
        if (node instanceof Text && isForgotten(node.data)) found.push(node.data.trim());
      }
      for (const name of [
        'aria-label',
        'aria-valuetext',
        'aria-description',
        'alt',
        'title',
        'placeholder',
      ]) {
        const value = element.getAttribute(name);
        if (value && isForgotten(value)) found.push(`${name} ${value}`);
      }
    }
    return [...new Set(found)];
  }, NAMES);
}
