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
    await tick(page.getByRole('checkbox', { name: 'Type in', exact: true }), false);
    await startQuiz(page, '5');
    await button(page, 'End quiz now').click();
    await page.reload();
    await expect(section(page, /^Conclusion/)).toBeChecked();
    await expect(section(page, /^Introduction/)).not.toBeChecked();
    await expect(questions(page, '5')).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Type in', exact: true })).not.toBeChecked();
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
    await expect(figure(page, 'To review')).toHaveText('2');
  });

  test('asks every kind of question, and shows the key of each', async ({ page, context }) => {
    const bank = await withBank(context);
    await open(page);
    await tick(page.getByRole('checkbox', { name: 'Open, judged by you' }));
    await startQuiz(page, 'All');
    const kinds = new Set<string>();
    for (let more = true; more;) {
      const question = await questionOn(page, bank);
      kinds.add(question.type);
      await answer(page, bank, false);
      if (question.type === 'multi') {
        await expect(asked(page).getByText('This one')).toHaveCount(question.answers.length);
      } else if (question.type === 'choice' || question.type === 'truefalse') {
        await expect(asked(page).getByText('This one')).toHaveCount(1);
        await expect(asked(page).getByText('Not this')).toHaveCount(1);
      } else if (question.type === 'evidence') {
        await expect(asked(page).getByText('This one')).toBeVisible();
      } else {
        await expect(page.getByText('The answer', { exact: true })).toBeVisible();
      }
      if (question.type === 'choice') {
        const [{ text, why }] = question.distractors as [{ text: string; why: string }];
        await expect(page.getByText(`Not “${text}”. ${why}`)).toBeVisible();
      }
      more = await goOn(page);
    }
    expect([...kinds].sort()).toEqual([...QUESTION_TYPES].sort());
  });

  test('half of several options is partly right, and that is no mistake for the deck @desktop', async ({
    page,
    context,
  }) => {
    const bank = await withBank(context);
    await open(page);
    const ways = page.getByRole('group', { name: 'Ways to answer' }).getByRole('checkbox');
    for (const way of (await ways.all()).slice(1)) await tick(way, false);
    await startQuiz(page, 'All');
    for (let more = true; more;) {
      const question = await questionOn(page, bank);
      if (question.type === 'multi') {
        await asked(page)
          .getByRole('checkbox', { name: question.answers[0]!, exact: true })
          .check();
        await button(page, 'Check').click();
        await expect(verdict(page)).toHaveText('Partly right');
      } else await answer(page, bank, true);
      more = await goOn(page);
    }
    await expect(page.getByText('1 partly right')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Study', exact: true })).toBeHidden();
    const mistakes = page.getByRole('region', { name: 'To look at again' });
    await expect(mistakes.getByText('Partly right')).toBeVisible();
  });

  test('goes on at the same place after a reload, before and after the check', async ({ page }) => {
    const bank = await bankOf(page);
    await open(page);
    await startQuiz(page, '5');
    await answer(page, bank, false);
    await page.reload();
    await expect(verdict(page)).toHaveText('Not quite');
    await button(page, 'Next').click();
    await expect(asked(page)).toHaveAccessibleName(/^Question 2 of 5/);
    const second = await questionOn(page, bank);
    await page.reload();
    await expect(asked(page)).toHaveAccessibleName(/^Question 2 of 5/);
    expect((await questionOn(page, bank)).id).toBe(second.id);
    await toTheEnd(page, bank);
    await expect(page.getByRole('paragraph').getByText('4 of 5', { exact: true })).toBeVisible();
    await expect.poll(() => eventsOf(page, 'quiz')).toHaveLength(1);
    expect(await eventsOf(page, 'answer')).toHaveLength(5);
  });

  test('waits for the disk before it offers the next question @desktop', async ({ page }) => {
    const disk = await slowDisk(page);
    const bank = await bankOf(page);
    await open(page);
    await startQuiz(page, '5');
    const before = await disk.begun();
    await disk.hold();
    await answer(page, bank, true);
    await page.waitForTimeout(300);
    await expect(button(page, 'Next')).toBeHidden();
    await disk.release();
    await expect(button(page, 'Next')).toBeEnabled();
    expect(await disk.begun()).toBe(before + 1);
  });

  test('keeps an answer that cannot be saved, and saves it with the next try @desktop', async ({
    page,
  }) => {
    const bank = await bankOf(page);
    await open(page);
    await startQuiz(page, '5');
    await page.evaluate(() => {
      // eslint-disable-next-line @typescript-eslint/unbound-method
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = () => {
        IDBObjectStore.prototype.put = put;
        throw new DOMException('The disk is full', 'QuotaExceededError');
      };
    });
    await answer(page, bank, true);
    await expect(page.getByRole('alert')).toContainText('out of space');
    await expect(button(page, 'Next')).toBeHidden();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(verdict(page)).toHaveText('Right');
    await button(page, 'Next').click();
    await expect(asked(page)).toHaveAccessibleName(/^Question 2 of 5/);
    expect(await eventsOf(page, 'answer')).toHaveLength(1);
  });

  test('ended early, counts what was answered; “back” finds the result again', async ({ page }) => {
    const bank = await bankOf(page);
    await open(page);
    await startQuiz(page, '10');
    await answer(page, bank, false);
    await button(page, 'Next').click();
    await answer(page, bank, true);
    await button(page, 'End quiz now').click();
    await expect(page.getByRole('paragraph').getByText('1 of 2', { exact: true })).toBeVisible();
    await expect(page.getByText('ended after 2 of 10 questions')).toBeVisible();
    await expect(page.getByText('Your mistake is in today’s deck.')).toBeVisible();

    await page.getByRole('link', { name: 'Open in the document' }).click();
    await expect(page.locator('[data-cited]')).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('paragraph').getByText('1 of 2', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Quiz', exact: true }).click();
    await expect(button(page, 'Start quiz')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Earlier quizzes' })).toBeVisible();
    const earlier = page.getByRole('listitem').filter({ hasText: '1 of 2' });
    await expect(earlier).toContainText('Today');
    await earlier.getByRole('link').click();
    await expect(page.getByRole('paragraph').getByText('1 of 2', { exact: true })).toBeVisible();
  });

  test('the passage may be read in between @phone', async ({ page }) => {
    const bank = await bankOf(page);
    await open(page);
    await startQuiz(page, '5');
    await answer(page, bank, true);
    await page.getByRole('link', { name: 'Open in the document' }).click();
    await expect(page.locator('[data-cited]')).toBeVisible();
    await page.goBack();
    await expect(verdict(page)).toHaveText('Right');
    await expect(button(page, 'Next')).toBeEnabled();
  });

  test('left for another section’s quiz, it can be gone on with @desktop', async ({ page }) => {
    const bank = await bankOf(page);
    await open(page);
    await startQuiz(page, '5');
    await answer(page, bank, true);
    await button(page, 'Next').click();
    await page.goto('/quiz?section=history');
    await expect(page.getByText('You left a quiz at question 2 of 5.')).toBeVisible();
    await page.getByRole('button', { name: 'Continue it' }).click();
    await expect(asked(page)).toHaveAccessibleName(/^Question 2 of 5/);
    await page.reload();
    await expect(asked(page)).toHaveAccessibleName(/^Question 2 of 5/);
  });

  test('New quiz, and the same sections again @desktop', async ({ page }) => {
    const bank = await bankOf(page);
    await open(page, '/quiz?section=conclusion');
    await startQuiz(page, '5');
    await toTheEnd(page, bank);
    await page.getByRole('button', { name: 'Same sections again' }).click();
    await expect(asked(page)).toHaveAccessibleName(/^Question 1 of 5/);
    expect((await questionOn(page, bank)).cites[0].section).toBe('conclusion');
    await toTheEnd(page, bank);
    await button(page, 'New quiz').click();
    await expect(button(page, 'Start quiz')).toBeVisible();
    expect(await eventsOf(page, 'quiz')).toHaveLength(2);
  });
});

test.describe('at the thumb and under the fingers', () => {
  test('nothing moves when the verdict comes', async ({ page }) => {
    const bank = await bankOf(page);
    await open(page);
    await startQuiz(page, '10');
    for (let number = 1; number <= 5; number++) {
      await give(page, await questionOn(page, bank), number % 2 === 0);
      const places = () =>
        Promise.all([
          asked(page).boundingBox(),
          asked(page).getByRole('paragraph').first().boundingBox(),
        ]);
      const before = await places();
      const check = await button(page, 'Check').boundingBox();
      await button(page, 'Check').click();
      await expect(button(page, 'Next')).toBeEnabled();
      expect(await places()).toEqual(before);
      expect(await button(page, 'Next').boundingBox()).toEqual(check);
      await button(page, 'Next').click();
      await expect(asked(page)).toHaveAccessibleName(new RegExp(`^Question ${number + 1} of`));
    }
  });

  test('the button has its place above the navigation @phone', async ({ page }) => {
    await open(page);
    const start = (await button(page, 'Start quiz').boundingBox())!;
    await startQuiz(page, '5');
    const check = (await button(page, 'Check').boundingBox())!;
    const bar = (await page.getByRole('navigation', { name: 'Main' }).boundingBox())!;
    expect(check.y).toBe(start.y);
    expect(check.height).toBeGreaterThanOrEqual(44);
    expect(bar.y - (check.y + check.height)).toBeLessThan(24);
    expect(check.y).toBeGreaterThan(844 / 2);
  });

  test('“See why” brings the explanation into view @phone', async ({ page }) => {
    const bank = await bankOf(page);
    await open(page);
    await startQuiz(page, '5');
    const { explanation } = await answer(page, bank, false);
    await page.getByRole('button', { name: 'See why' }).click();
    await expect(page.getByText(explanation)).toBeInViewport();
  });

  test('the source stands beside the question @desktop', async ({ page }) => {
    const bank = await bankOf(page);
    await open(page);
    await startQuiz(page, '5');
    await answer(page, bank, true);
    const left = (await asked(page).boundingBox())!;
    const right = (await page.getByRole('region', { name: 'Source' }).boundingBox())!;
    expect(right.x).toBeGreaterThan(left.x + left.width);
  });

  test('a double click on Check does not leave the answer behind @desktop', async ({ page }) => {
    const bank = await bankOf(page);
    await open(page);
    await startQuiz(page, '5');
    await give(page, await questionOn(page, bank), true);
    await button(page, 'Check').dblclick({ delay: 60 });
    await expect(button(page, 'Next')).toBeEnabled();
    await expect(asked(page)).toHaveAccessibleName(/^Question 1 of 5/);
  });

  test('the result begins at its top', async ({ page }) => {
    const bank = await bankOf(page);
    await open(page, '/quiz?section=introduction');
    await startQuiz(page, 'All');
    await answer(page, bank, false);
    await page.mouse.wheel(0, 3000);
    await button(page, 'End quiz now').click();
    await expect(
      page.getByRole('paragraph').getByText('0 of 1', { exact: true }).first(),
    ).toBeInViewport();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await expect(page.locator('body')).not.toBeFocused();
  });

  test('by keyboard alone @desktop', async ({ page, context }) => {
    const bank = await withBank(context);
    await open(page);
    await startQuiz(page, 'All');
    const total = Number(/of (\d+)/.exec(await asked(page).innerText())![1]);
    for (let number = 1; number <= total; number++) {
      const question = await questionOn(page, bank);
      const options = await asked(page).getByRole('radio').count();
      const boxes = await asked(page).getByRole('checkbox').count();
      if (question.type === 'order') {
        await expect(asked(page)).toBeFocused();
        await page.keyboard.press('Tab');
        await page.keyboard.press('ArrowDown');
        await expect(asked(page).getByRole('button', { name: /^Place 2 / })).toBeFocused();
        await page.keyboard.press('Tab');
        await asked(page).focus();
      } else if (question.type === 'match') {
        for (const { left } of question.pairs) {
          await page.keyboard.press('Tab');
          await expect(asked(page).getByRole('combobox', { name: left })).toBeFocused();
          await page.keyboard.press('ArrowDown');
        }
        await asked(page).focus();
      } else if (question.type === 'evidence') {
        await page.keyboard.press('Tab');
        await page.keyboard.press('Space');
        await expect(asked(page).getByRole('radio').first()).toBeChecked();
      } else if (options + boxes === 0) {
        await expect(asked(page).getByRole('textbox')).toBeFocused();
        await page.keyboard.type('answer');
      } else {
        await expect(asked(page)).toBeFocused();
        if (question.type === 'truefalse') await page.keyboard.press('f');
        else if (question.type === 'choice') await page.keyboard.press('2');
        else for (const key of 'ab') await page.keyboard.press(key);
        await expect(
          asked(page)
            .getByRole(boxes ? 'checkbox' : 'radio')
            .nth(1),
        ).toBeChecked();
      }
      await page.keyboard.press('Enter');
      await expect(verdict(page).getByRole('paragraph')).toBeFocused();
      await expect(button(page, number === total ? 'Finish' : 'Next')).toBeEnabled();
      await page.keyboard.press('Enter');
    }
    await expect(page.getByRole('button', { name: 'Same sections again' })).toBeVisible();
  });
});

test.describe('for everyone', () => {
  test('set-up and result are accessible', async ({ page, context }) => {
    test.slow();
    const bank = await withBank(context);
    await open(page);
    await expectAccessible(page);
    await startQuiz(page, '5');
    while (await answerAndGoOn(page, bank, false));
    await expect(page.getByRole('region', { name: 'To look at again' })).toBeVisible();
    await expectAccessible(page);
    await button(page, 'New quiz').click();
    await expect(page.getByRole('heading', { name: 'Earlier quizzes' })).toBeVisible();
    await expectAccessible(page);
  });

  test('question and verdict are accessible', async ({ page, context }) => {
    test.slow();
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
