import { expect, type Locator, type Page } from '@playwright/test';
import {
  unpackBank,
  withFaces,
  type Bank,
  type PackedBank,
  type Question,
} from '../../../src/lib/bank/index.ts';
import { tick } from './tick.ts';

/** What a learner does on Quiz, by role and name. */

export type Action = 'Start quiz' | 'Check' | 'Next' | 'Finish' | 'End quiz now' | 'New quiz';

export function button(page: Page, name: Action): Locator {
  return page.getByRole('button', { name, exact: true });
}

export function section(page: Page, name: string | RegExp): Locator {
  return page.getByRole('group', { name: 'Sections' }).getByRole('checkbox', { name });
}

export function questions(page: Page, count: '5' | '10' | '20' | 'All'): Locator {
  return page
    .getByRole('group', { name: 'How many questions' })
    .getByRole('radio', { name: count, exact: true });
}

/** What is being asked: number, prompt and the ways to answer. */
export function asked(page: Page): Locator {
  return page.getByRole('group', { name: /^Question \d+ of \d+/ });
}

export function verdict(page: Page): Locator {
  return page.getByRole('main').getByRole('status');
}

export async function startQuiz(page: Page, count: '5' | '10' | '20' | 'All'): Promise<void> {
  // By keyboard: a forced click may hit the bar at the bottom instead.
  await questions(page, count).focus();
  await page.keyboard.press('Space');
  await expect(questions(page, count)).toBeChecked();
  await button(page, 'Start quiz').click();
  await expect(asked(page)).toHaveAccessibleName(/^Question 1 of /);
}

/** The bank as the app has it, every card a question: the key to each. */
export async function bankOf(page: Page): Promise<Bank> {
  const response = await page.request.get('/banks/mexico-cartels.json');
  const unpacked = unpackBank((await response.json()) as PackedBank);
  if (!unpacked.ok) throw new Error(unpacked.error.message);
  return withFaces(unpacked.value);
}

/** The question on screen. */
export async function questionOn(page: Page, bank: Bank): Promise<Question> {
  const shown = plain(await asked(page).getByRole('paragraph').first().innerText());
  const question = bank.questions.find(({ prompt }) => plain(prompt) === shown);
  if (!question) throw new Error(`no question of the bank asks: ${shown}`);
  return question;
}

/** A prompt without its gap, which has other words on screen. */
function plain(prompt: string): string {
  return prompt
    .replace(/____|blank/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Gives an answer, right or wrong, without checking it. */
export async function give(page: Page, question: Question, right: boolean): Promise<void> {
  switch (question.type) {
    case 'truefalse':
      return choose(page, question.answer === right ? 'True' : 'False');
    case 'choice':
      return choose(page, right ? question.answer : question.distractors[0]!.text);
    case 'multi':
      for (const text of right ? question.answers : question.distractors.map(({ text }) => text)) {
        await choose(page, text);
      }
      return;
    case 'cloze':
    case 'short':
    case 'number':
      return asked(page)
        .getByRole('textbox', { name: 'Your answer' })
        .fill(right ? String(question.answer) : 'zzz');
    case 'order':
      if (right) await putInOrder(page, question.items);
      return;
    case 'match':
      for (const [place, { left, right: partner }] of question.pairs.entries()) {
        const other = question.pairs[(place + 1) % question.pairs.length]!.right;
        await asked(page)
          .getByRole('combobox', { name: left, exact: true })
          .selectOption(right ? partner : other);
      }
      return;
    case 'evidence': {
      const cited = new RegExp(escaped(question.cites[0].exact.slice(0, 60)));
      const sentences = asked(page).getByRole('radio');
      const there = await sentences.evaluateAll((inputs, source) => {
        const words = inputs.map((input) => input.closest('label')!.innerText);
        return words.findIndex((text) => new RegExp(source).test(text));
      }, cited.source);
      return tick(sentences.nth(right ? there : there === 0 ? 1 : 0));
    }
    case 'open':
      return asked(page).getByRole('textbox').fill('What I remember of it');
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Brings the items into an order by their buttons, as one without a mouse does. */
export async function putInOrder(page: Page, items: readonly string[]): Promise<void> {
  for (const [place, item] of items.entries()) {
    const row = asked(page).getByRole('button', {
      name: new RegExp(`^Place .*: ${escaped(item)}`),
    });
    for (let steps = 0; steps < items.length; steps++) {
      if ((await row.getAttribute('aria-label'))!.startsWith(`Place ${place + 1} `)) break;
      await asked(page)
        .getByRole('button', { name: `Up: ${item}`, exact: true })
        .click();
    }
  }
}

async function choose(page: Page, name: string): Promise<void> {
  const radio = asked(page).getByRole('radio', { name, exact: true });
  await radio.or(asked(page).getByRole('checkbox', { name, exact: true })).check();
}

/** Answers the question on screen and checks it. Says what was asked. */
export async function answer(page: Page, bank: Bank, right: boolean): Promise<Question> {
  const question = await questionOn(page, bank);
  await give(page, question, right);
  if (question.type === 'open') {
    await page.getByRole('button', { name: 'Show answer' }).click();
    await page.getByRole('button', { name: right ? 'Right' : 'Wrong', exact: true }).click();
  } else await button(page, 'Check').click();
  const wrong = question.type === 'order' ? /^\s*(Not quite|Partly right)\s*$/ : 'Not quite';
  await expect(verdict(page)).toHaveText(right ? 'Right' : wrong);
  return question;
}

/** Once the answer is saved, on to the next question or to the end. Says whether there is one. */
export async function goOn(page: Page): Promise<boolean> {
  const on = button(page, 'Next').or(button(page, 'Finish'));
  await expect(on).toBeEnabled();
  const more = (await on.innerText()) === 'Next';
  const name = await asked(page).getByRole('heading').innerText();
  await on.click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeHidden();
  return more;
}
