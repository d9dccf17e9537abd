import { expect, test, type Page } from '@playwright/test';
import { QUESTION_TYPES, type Bank } from '../../src/lib/bank/index.ts';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { withBank } from './support/bank.ts';
import { eventsOf, slowDisk } from './support/journal.ts';
import {
  answer,
  asked,
  bankOf,
  button,
  give,
  goOn,
  questionOn,
  questions,
  section,
  startQuiz,
  verdict,
} from './support/quiz.ts';
import { figure } from './support/study.ts';
import { tick } from './support/tick.ts';

test.use({ serviceWorkers: 'block' });

async function open(page: Page, address = '/quiz'): Promise<void> {
  await page.goto(address);
  await expect(button(page, 'Start quiz')).toBeVisible();
}

/** Answers from the question on screen to the end, some of them wrong, by their place from there. */
async function toTheEnd(page: Page, bank: Bank, wrong: readonly number[] = []): Promise<void> {
  let place = 0;
  while (await answerAndGoOn(page, bank, !wrong.includes(place++)));
  await expect(page.getByRole('button', { name: 'Same sections again' })).toBeVisible();
}

async function answerAndGoOn(page: Page, bank: Bank, right: boolean): Promise<boolean> {
  await answer(page, bank, right);
  return goOn(page);
}

test.describe('the set-up', () => {
  test('has all nine sections, all chosen, and says how many questions come', async ({ page }) => {
    await open(page);
    const boxes = page.getByRole('group', { name: 'Sections' }).getByRole('checkbox');
    await expect(boxes).toHaveCount(9);
    for (const box of await boxes.all()) await expect(box).toBeChecked();
    await expect(questions(page, '10')).toBeChecked();
    await expect(page.getByText('10 questions', { exact: true })).toBeVisible();
  });

  test('says why it cannot start @desktop', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'None', exact: true }).click();
    await expect(button(page, 'Start quiz')).toBeDisabled();
    await expect(page.getByText('Choose at least one section.')).toBeVisible();
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await expect(button(page, 'Start quiz')).toBeEnabled();
    const ways = page.getByRole('group', { name: 'Ways to answer' }).getByRole('checkbox');
    for (const way of await ways.all()) await tick(way, false);
    await expect(page.getByText('Choose at least one kind of question.')).toBeVisible();
  });

  test('comes from a section’s own address, and asks about that section alone @phone', async ({
    page,
  }) => {
    const bank = await bankOf(page);
    await open(page, '/quiz?section=introduction');
    await expect(section(page, /^Introduction/)).toBeChecked();
    await expect(section(page, /^Conclusion/)).not.toBeChecked();
    await startQuiz(page, 'All');
    await expect(page).toHaveURL(/\/quiz$/);
    const seen = new Set<string>();
    for (let more = true; more;) {
      const question = await answer(page, bank, true);
      expect(question.cites[0].section).toBe('introduction');
      seen.add(question.id);
      more = await goOn(page);
    }
    await expect(page.getByText(`${seen.size} of ${seen.size}`).first()).toBeVisible();
    await expect(page.getByText('Every one of them.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Study', exact: true })).toBeHidden();
  });

  test('remembers what was chosen @desktop', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'None', exact: true }).click();
    await section(page, /^Conclusion/).check();
    await tick(page.getByRole('checkbox', { name: 'Type', exact: true }), false);
    await startQuiz(page, '5');
    await button(page, 'End quiz now').click();
    await page.reload();
    await expect(section(page, /^Conclusion/)).toBeChecked();
    await expect(section(page, /^Introduction/)).not.toBeChecked();
    await expect(questions(page, '5')).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Type', exact: true })).not.toBeChecked();
  });
});

test.describe('a quiz', () => {
  test('from the first question to the mistakes in today’s deck', async ({ page }) => {
    const bank = await bankOf(page);
    await page.goto('/');
    await page.getByRole('link', { name: 'Quiz', exact: true }).click();
    await startQuiz(page, '5');
    await expect(button(page, 'Finish')).toBeHidden();

    const first = await questionOn(page, bank);
    await expect(button(page, 'Check')).toBeDisabled();
    await answer(page, bank, false);
    await expect(page.getByText(first.explanation)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Open in the document' })).toHaveAttribute(
      'href',
      /^\/read\?mark=\d+-\d+#[\w-]+$/,
    );
    await button(page, 'Next').click();
    await expect(asked(page)).toHaveAccessibleName(/^Question 2 of 5/);
    await toTheEnd(page, bank, [1]);

    await expect(page.getByRole('paragraph').getByText('3 of 5', { exact: true })).toBeVisible();
    await expect(page.getByText('Your 2 mistakes are in today’s deck.')).toBeVisible();
    const mistakes = page.getByRole('region', { name: 'To look at again' });
    await expect(mistakes.getByText('Not quite')).toHaveCount(2);
    await expect(mistakes.getByText(first.explanation)).toBeVisible();
    await expect(mistakes.getByRole('link', { name: 'Open in the document' })).toHaveCount(2);
    const rows = page.getByRole('table', { name: 'Right answers by section' }).getByRole('row');
    // Five questions on nine sections are about five of them.
    await expect(rows).toHaveCount(6);

    const answers = await eventsOf(page, 'answer');
    expect(answers.map(({ verdict: how }) => how)).toEqual([
      'wrong',
      'right',
      'wrong',
      'right',
      'right',
    ]);
    const [quiz] = await eventsOf(page, 'quiz');
    expect(quiz?.sections.reduce((sum, { asked: count }) => sum + count, 0)).toBe(5);
    expect(quiz?.sections.reduce((sum, { right }) => sum + right, 0)).toBe(3);

    await page.getByRole('link', { name: 'Today', exact: true }).click();
    await expect(figure(page, 'Due now')).toHaveText('2');
  });

  test('asks every kind of question, and shows the key of each', async ({ page, context }) => {
    const bank = await withBank(context);
    // One of each look: options, several of them, two side by side, a field with its unit. Two of each
    // type, for those that give each other away never meet.
    const types = QUESTION_TYPES.filter((type) => !['cloze', 'short'].includes(type));
    const wanted = types.flatMap((type) =>
      bank.questions.filter((question) => question.type === type).slice(0, 2),
    );
    const ids = wanted.map(({ id }) => encodeURIComponent(id)).join(',');
    const recipe = `bank=${bank.id}&of=a&seed=a&mode=practice&n=${wanted.length}&q=${ids}`;
    await page.goto(`/quiz#1&${recipe}`);
    await page.getByRole('button', { name: 'Begin it' }).click();
    const looks = new Set<string>(types);
    while (looks.size > 0) {
      const { type } = await questionOn(page, bank);
      const fresh = looks.delete(type);
      if (fresh) await expectAccessible(page);
      await answer(page, bank, false);
      if (fresh) await expectAccessible(page);
      await goOn(page);
    }
  });

  test('320 pixels are enough @phone', async ({ page }) => {
    const bank = await bankOf(page);
    await open(page);
    await expectNoSideScroll(page, 320);
    await startQuiz(page, '5');
    for (let more = true; more;) {
      await answer(page, bank, false);
      await expectNoSideScroll(page);
      more = await goOn(page);
    }
    await expect(page.getByRole('button', { name: 'Same sections again' })).toBeVisible();
    await expectNoSideScroll(page);
  });
});
