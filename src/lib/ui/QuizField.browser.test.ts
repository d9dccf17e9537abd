import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import QuizField from './QuizField.svelte';
import './tokens.css';
import './base.css';

const root = document.documentElement;

afterEach(() => {
  delete root.dataset.textSize;
  root.style.fontSize = '';
});

test.each([
  ['in the largest letters', 'largest', ''],
  ['with all text doubled', 'normal', '200%'],
  ['with both', 'largest', '200%'],
])('the field stays on a narrow screen %s', async (_, textSize, fontSize) => {
  await page.viewport(320, 640);
  root.dataset.textSize = textSize;
  root.style.fontSize = fontSize;
  for (const unit of [null, 'billion dollars']) {
    const shown = await render(QuizField, {
      value: 'a hundred and twenty thousand',
      unit,
      verdict: 'wrong',
      language: 'en',
      describedby: 'prompt',
      oninput: () => undefined,
    });
    expect(root.scrollWidth).toBe(root.clientWidth);
    const field = page.getByRole('textbox', { name: 'Your answer' }).element();
    expect(field.getBoundingClientRect().right).toBeLessThanOrEqual(320);
    await shown.unmount();
  }
});
