import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import './tokens.css';
import './base.css';
import GradeBar from './GradeBar.svelte';

const GRADES = [
  { rating: 1, delay: { unit: 'minutes', count: 1 } },
  { rating: 2, delay: { unit: 'minutes', count: 6 } },
  { rating: 3, delay: { unit: 'minutes', count: 10 } },
  { rating: 4, delay: { unit: 'days', count: 9 } },
] as const;

async function show(changes: { suggested?: number | null; disabled?: boolean } = {}) {
  const ongrade = vi.fn();
  await render(GradeBar, { grades: GRADES, ongrade, ...changes });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return { ongrade, button };
}

test('names the four grades in their order, and says when the card comes again', async () => {
  const { button } = await show();
  const buttons = page
    .getByRole('group', { name: 'How well did you know it?' })
    .getByRole('button');
  expect(buttons.elements().map((element) => element.textContent)).toEqual([
    'Again',
    'Hard',
    'Good',
    'Easy',
  ]);
  await expect.element(button('Again')).toHaveAccessibleDescription('comes again in 1 minute');
  await expect.element(button('Easy')).toHaveAccessibleDescription('comes again in 9 days');
  await expect.element(page.getByText('10 min', { exact: true })).toBeVisible();
});

test('says which grade was given, wherever on the button one presses', async () => {
  const { ongrade, button } = await show();
  await button('Again').click();
  const { left, top, width, height } = page
    .getByText('9 d', { exact: true })
    .element()
    .getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  expect(hit).toBe(button('Easy').element());
  button('Good').element().focus();
  await userEvent.keyboard('{Enter}');
  expect(ongrade.mock.calls).toEqual([[1], [3]]);
});

test('takes nothing while it is locked, and keeps its place for the focus', async () => {
  const { ongrade, button } = await show({ disabled: true });
  await expect.element(button('Good')).toHaveAttribute('aria-disabled', 'true');
  button('Good').element().focus();
  await userEvent.keyboard('{Enter}');
  (button('Good').element() as HTMLButtonElement).click();
  expect(ongrade).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(button('Good').element());
});

test('emphasises what is suggested, and moves nothing by it', async () => {
  const plain = await show();
  const places = () =>
    page
      .getByRole('button')
      .elements()
      .map((one) => one.getBoundingClientRect());
  const before = places();
  await expect.element(plain.button('Good')).not.toHaveClass('suggested');
  document.body.replaceChildren();
  const { button } = await show({ suggested: 3 });
  await expect.element(button('Good')).toHaveClass('suggested');
  await expect.element(button('Easy')).not.toHaveClass('suggested');
  expect(places()).toEqual(before);
});

test('is as large as a thumb on the narrowest phone', async () => {
  await page.viewport(320, 568);
  await show();
  for (const button of page.getByRole('button').elements()) {
    const { width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth);
  }
});

test('may be two, as wide as four, with the keys in their order', async () => {
  const two = GRADES.filter(({ rating }) => rating === 1 || rating === 3);
  await render(GradeBar, { grades: two, ongrade: vi.fn() });
  const bar = page.getByRole('group', { name: 'How well did you know it?' });
  const buttons = bar.getByRole('button').elements();
  expect(buttons.map((element) => element.textContent)).toEqual(['Again', 'Good']);
  expect([...bar.element().querySelectorAll('kbd')].map((key) => key.textContent)).toEqual([
    '1',
    '2',
  ]);
  const wide = buttons.reduce((sum, element) => sum + element.getBoundingClientRect().width, 0);
  expect(wide).toBeGreaterThan(0.9 * bar.element().getBoundingClientRect().width);
});
