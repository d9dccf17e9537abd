import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Question, QuestionType } from '../bank/index.ts';
import Answer from './Answer.svelte';
import Asked from './Asked.svelte';
import Prompt from './Prompt.svelte';

/** What a question shows of itself: its prompt, what is asked with it, its answer. */

const BASE = {
  id: 'q',
  prompt: 'What was it?',
  explanation: 'It says so.',
  stance: 'fact',
  level: 'remember',
  tags: [],
  cites: [],
  requires: [],
  waive: {},
} as unknown as Question;

function question(type: QuestionType, own: object): Question {
  return { ...BASE, type, ...own } as Question;
}

const text = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();

describe('a prompt', () => {
  test('stands as it was written, in the language of the document', async () => {
    const { container } = await render(Prompt, { question: question('open', {}), language: 'da' });
    const prompt = container.querySelector('p')!;
    expect(text(prompt)).toBe('What was it?');
    expect(prompt.lang).toBe('da');
    expect(prompt.dir).toBe('auto');
  });

  test('with a gap reads as a blank, and later with its words', async () => {
    const cloze = question('cloze', { prompt: 'It closed ____ in 1412.', answer: 'for good' });
    const { container, rerender } = await render(Prompt, { question: cloze, language: 'en' });
    expect(text(container)).toBe('It closed blank in 1412.');
    await rerender({ filled: true });
    expect(text(container)).toBe('It closed for good in 1412.');
    expect(text(page.getByRole('strong').element())).toBe('for good');
  });

  test('shows markup as the text that it is', async () => {
    const odd = question('open', { prompt: '<b>What</b> & why?' });
    const { container } = await render(Prompt, { question: odd, language: 'en' });
    expect(text(container)).toBe('<b>What</b> & why?');
    expect(container.querySelector('b')).toBeNull();
  });
});

describe('an answer', () => {
  test.each<[QuestionType, object, string]>([
    ['open', { answer: 'Because of the toll.' }, 'Because of the toll.'],
    ['short', { answer: 'fisherman' }, 'fisherman'],
    ['truefalse', { answer: true }, 'True'],
    ['truefalse', { answer: false }, 'False'],
    ['number', { answer: 35, unit: 'percent', tolerance: 0 }, '35 percent'],
    ['number', { answer: 18000, unit: 'ships', tolerance: 500 }, '18,000 ships, give or take 500'],
    ['number', { answer: 1412, unit: '', tolerance: 0 }, '1412'],
    ['number', { answer: 2.5, unit: 'tons', tolerance: 0 }, '2.5 tons'],
    ['evidence', {}, 'The marked passage below.'],
  ])('of %s %j is %s', async (type, own, expected) => {
    const { container } = await render(Answer, { question: question(type, own), language: 'en' });
    expect(text(container)).toBe(expected);
  });

  test('of several is a list, of an order a numbered one, of pairs their pairs', async () => {
    const multi = question('multi', { answers: ['Amber', 'Herring'], distractors: [] });
    const first = await render(Answer, { question: multi, language: 'en' });
    expect([...first.container.querySelectorAll('ul li')].map(text)).toEqual(['Amber', 'Herring']);
    const order = question('order', { items: ['Founded', 'Built'] });
    const second = await render(Answer, { question: order, language: 'en' });
    expect([...second.container.querySelectorAll('ol li')].map(text)).toEqual(['Founded', 'Built']);
    const match = question('match', { pairs: [{ left: 'Karsholm', right: 'Amber' }] });
    const third = await render(Answer, { question: match, language: 'en' });
    expect(text(third.container.querySelector('dt')!)).toBe('Karsholm');
    expect(text(third.container.querySelector('dd')!)).toBe('Amber');
  });
});

describe('what is asked with it', () => {
  const NOTHING = { options: [], items: [], partners: [], key: [] };
  const choice = question('choice', {
    answer: 'Odo',
    distractors: [{ text: 'Sten', why: 'Sten came later.' }],
  });

  async function ask(about: Question, shown: object, closed = false, taken: string[] = []) {
    const ontake = vi.fn();
    const props = { question: about, taken, closed, language: 'en', ontake };
    const { container } = await render(Asked, { ...props, shown: { ...NOTHING, ...shown } });
    return { container, ontake };
  }

  test('are its options; a wrong one that was taken says why', async () => {
    const shown = { options: ['Sten', 'Odo'], key: ['Odo'] };
    const { ontake } = await ask(choice, shown);
    await page.getByRole('radio', { name: 'Odo' }).click();
    expect(ontake.mock.calls).toEqual([['Odo']]);
    const { container } = await ask(choice, shown, true, ['Sten']);
    expect(text(container)).toMatch(/Sten Sten came later\. Not this/);
    expect(text(container)).toMatch(/Odo This one/);
  });

  test('of several are boxes', async () => {
    const multi = question('multi', { answers: ['a', 'b'], distractors: [] });
    await ask(multi, { options: ['a', 'b'], key: ['a', 'b'] });
    expect(page.getByRole('checkbox').elements()).toHaveLength(2);
  });

  test('are the items of an order, until the answer gives them in order', async () => {
    const order = question('order', { items: ['1', '2'] });
    const { container } = await ask(order, { items: ['2', '1'] });
    const list = page.getByRole('list', { name: 'To bring into order' });
    expect(list.getByRole('listitem').elements().map(text)).toEqual(['2', '1']);
    expect(text((await ask(order, { items: ['2', '1'] }, true)).container)).toBe('');
    expect(container).not.toBeNull();
  });

  test('are both sides of the pairs', async () => {
    const match = question('match', { pairs: [] });
    await ask(match, { items: ['Karsholm'], partners: ['Amber', 'Herring'] });
    const items = (name: string) =>
      page.getByRole('list', { name }).getByRole('listitem').elements();
    expect(items('To match').map(text)).toEqual(['Karsholm']);
    expect(items('With').map(text)).toEqual(['Amber', 'Herring']);
  });

  test('is nothing of an open question', async () => {
    const { container } = await ask(question('open', { answer: 'x' }), {});
    expect(text(container)).toBe('');
  });
});
