import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Citation, Document } from '../document/index.ts';
import Source from './Source.svelte';

const LONG = `${'Before this there was much to say of it. '.repeat(8)}The harbour closed in 1412. ${'After that there was little left to say of it. '.repeat(8)}`;

const DOCUMENT: Document = {
  id: 'velm',
  title: 'Velm',
  language: 'da',
  sections: [
    {
      id: 'history',
      heading: 'History',
      paragraphs: [{ id: 'history-1', text: 'Odo Brand built a chapel. It burned down.' }],
    },
    { id: 'trade', heading: 'Trade', paragraphs: [{ id: 'trade-1', text: LONG }] },
  ],
};

function cite(section: string, paragraph: string, exact: string): Citation {
  const text = DOCUMENT.sections
    .flatMap(({ paragraphs }) => paragraphs)
    .find(({ id }) => id === paragraph)!.text;
  const start = text.indexOf(exact);
  const end = start + exact.length;
  return { document: 'velm', section, paragraph, exact, prefix: '', suffix: '', start, end };
}

const SHORT = cite('history', 'history-1', 'It burned down.');
const CUT = cite('trade', 'trade-1', 'The harbour closed in 1412.');

const region = page.getByRole('region', { name: 'Source' });
const passage = () => page.getByRole('blockquote').first().element().textContent.trim();

describe('a passage', () => {
  test('stands in its section and its paragraph, with the quote marked', async () => {
    await render(Source, { document: DOCUMENT, cites: [SHORT] });
    await expect.element(region).toBeVisible();
    await expect.element(page.getByText('History')).toBeVisible();
    await expect.element(page.getByRole('mark')).toHaveTextContent('It burned down.');
    expect(passage()).toBe('Odo Brand built a chapel. It burned down.');
    expect(page.getByRole('blockquote').element().getAttribute('lang')).toBe('da');
    expect(page.getByRole('button').query()).toBeNull();
  });

  test('leads to the reader, with the place of its words', async () => {
    await render(Source, { document: DOCUMENT, cites: [SHORT] });
    await expect
      .element(page.getByRole('link', { name: 'Open in the document' }))
      .toHaveAttribute('href', '/read?mark=26-41#history-1');
  });

  test('of a long paragraph is cut between words, until one asks for all of it', async () => {
    await render(Source, { document: DOCUMENT, cites: [CUT] });
    expect(passage()).toMatch(/^… [A-Z]?\w+ /);
    expect(passage()).toMatch(/\w …$/);
    expect(passage().length).toBeLessThan(280);
    const button = page.getByRole('button', { name: 'Whole paragraph' });
    await expect.element(button).toHaveAttribute('aria-expanded', 'false');
    await button.click();
    expect(passage()).toBe(LONG.trim());
    await page.getByRole('button', { name: 'Show less' }).click();
    expect(passage()).toMatch(/^… /);
  });

  test('is whole at once where there is room', async () => {
    await render(Source, { document: DOCUMENT, cites: [CUT], whole: true });
    expect(passage()).toBe(LONG.trim());
    expect(page.getByRole('button').query()).toBeNull();
  });
});

test('each of several passages has a link of its own name', async () => {
  await render(Source, { document: DOCUMENT, cites: [SHORT, CUT] });
  const names = region
    .getByRole('link')
    .elements()
    .map((link) => link.textContent);
  expect(names).toEqual(['Open in the document', 'Open passage 2']);
  // One button for all of them.
  await page.getByRole('button', { name: 'Whole paragraph' }).click();
  expect(page.getByRole('blockquote').nth(1).element().textContent.trim()).toBe(LONG.trim());
});

test('leaves out a passage that the document does not have', async () => {
  await render(Source, {
    document: DOCUMENT,
    cites: [{ ...SHORT, paragraph: 'gone-1' }, { ...SHORT, section: 'gone' }, SHORT],
  });
  expect(page.getByRole('blockquote').elements()).toHaveLength(1);
});
