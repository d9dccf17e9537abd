import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import './tokens.css';
import './base.css';
import StudyFrame from './StudyFrame.svelte';

const tall = (name: string) =>
  createRawSnippet(() => ({
    render: () => `<p>${Array.from({ length: 200 }, () => name).join('<br>')}</p>`,
  }));

async function show() {
  const { container, rerender } = await render(StudyFrame, {
    head: createRawSnippet(() => ({ render: () => '<p>head</p>' })),
    children: tall('card'),
    source: tall('source'),
    foot: createRawSnippet(() => ({ render: () => '<button>foot</button>' })),
    about: 'one card',
  });
  // As the layout does: as high as the screen.
  container.style.cssText = 'position: fixed; inset: 0';
  const scrollers = () =>
    [...container.querySelectorAll('*')].filter(
      (part) =>
        part.scrollHeight > part.clientHeight + 1 && getComputedStyle(part).overflowY === 'auto',
    );
  return { container, rerender, scrollers };
}

test.each([
  ['a phone', 390, 844, 1],
  ['a wide screen', 1280, 800, 2],
])('on %s a new card begins at its top, and the foot stays', async (_, width, height, parts) => {
  await page.viewport(width, height);
  const { rerender, scrollers } = await show();
  const foot = page.getByRole('button', { name: 'foot' });
  await expect.element(foot).toBeInViewport({ ratio: 0.99 });
  expect(scrollers()).toHaveLength(parts);
  for (const part of scrollers()) part.scrollTo({ top: 500 });
  expect(scrollers().map(({ scrollTop }) => scrollTop)).toEqual(Array(parts).fill(500));
  await expect.element(foot).toBeInViewport({ ratio: 0.99 });
  await rerender({ about: 'another card' });
  expect(scrollers().map(({ scrollTop }) => scrollTop)).toEqual(Array(parts).fill(0));
});
