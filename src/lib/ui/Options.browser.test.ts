import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ComponentProps } from 'svelte';
import Options from './Options.svelte';

const TOWNS = ['Velm', 'Karsholm', 'Ostrand'];

async function show(changes: Partial<ComponentProps<typeof Options>> = {}) {
  const ontake = vi.fn();
  const props = { label: 'Your answer', options: TOWNS, taken: [], language: 'en', ontake };
  await render(Options, { ...props, ...changes });
  return ontake;
}

const group = page.getByRole('group', { name: 'Your answer' });
const radio = (name: string) => page.getByRole('radio', { name });

test('offers one of several, and says which is taken', async () => {
  const ontake = await show({ taken: ['Karsholm'] });
  expect(group.getByRole('radio').elements()).toHaveLength(3);
  await expect.element(radio('Karsholm')).toBeChecked();
  await page.getByText('Ostrand').click();
  expect(ontake.mock.calls).toEqual([['Ostrand']]);
});

test('offers several of several', async () => {
  const ontake = await show({ several: true, taken: ['Velm', 'Ostrand'] });
  await expect.element(page.getByRole('checkbox', { name: 'Velm' })).toBeChecked();
  await expect.element(page.getByRole('checkbox', { name: 'Karsholm' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: 'Velm' }).click();
  expect(ontake.mock.calls).toEqual([['Velm']]);
});

describe('the arrows', () => {
  test('take what they lead to, as with any radios', async () => {
    const ontake = await show({ taken: ['Velm'] });
    radio('Velm').element().focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(ontake.mock.calls).toEqual([['Karsholm']]);
  });

  test('only lead through where to take one is final; the space bar takes', async () => {
    const ontake = await show({ final: true });
    radio('Velm').element().focus();
    for (const [key, name] of [
      ['ArrowDown', 'Karsholm'],
      ['ArrowRight', 'Ostrand'],
      ['ArrowDown', 'Velm'],
      ['ArrowUp', 'Ostrand'],
      ['ArrowLeft', 'Karsholm'],
    ] as const) {
      await userEvent.keyboard(`{${key}}`);
      await expect.element(radio(name)).toHaveFocus();
    }
    expect(ontake).not.toHaveBeenCalled();
    await userEvent.keyboard(' ');
    expect(ontake.mock.calls).toEqual([['Karsholm']]);
  });
});

test('once the answer shows: says what was right, what was not, and why', async () => {
  const ontake = await show({
    taken: ['Velm'],
    right: ['Ostrand'],
    why: (option) => (option === 'Velm' ? 'Velm lay elsewhere.' : 'Never said.'),
  });
  const label = (name: string) => page.getByText(name, { exact: true }).element().closest('label')!;
  expect(label('Velm').textContent).toMatch(/Velm lay elsewhere\.\s*Not this/);
  expect(label('Ostrand').textContent).toMatch(/This one/);
  expect(label('Karsholm').textContent?.trim()).toBe('Karsholm');
  for (const input of group.getByRole('radio').elements()) expect(input).toBeDisabled();
  label('Karsholm').click();
  expect(ontake).not.toHaveBeenCalled();
});

test('what is right and was taken is called so', async () => {
  await show({ taken: ['Velm'], right: ['Velm'] });
  await expect.element(page.getByText('Right')).toBeVisible();
  expect(page.getByText('This one').query()).toBeNull();
});

test('two groups on one page do not take from each other', async () => {
  await show({ taken: ['Velm'] });
  await show({ label: 'Another', taken: ['Ostrand'] });
  await expect.element(group.getByRole('radio', { name: 'Velm' })).toBeChecked();
  const other = page.getByRole('group', { name: 'Another' });
  await expect.element(other.getByRole('radio', { name: 'Ostrand' })).toBeChecked();
});
