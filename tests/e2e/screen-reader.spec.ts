import { expect, test } from '@playwright/test';

import {
  answer as answerQuiz,
  asked as quizAsked,
  bankOf,
  goOn,
  startQuiz,
} from './support/quiz.ts';
import { asked, grade, showAnswer, undo } from './support/study.ts';

/** Walks with a screen reader: what is there to be heard, in its order, and where the focus goes. */
test.use({ serviceWorkers: 'block' });

test(
  'Study, from the question to the grade, the next card and back',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('/study');
    await asked(page);
    const main = page.getByRole('main');
    await expect(main).toMatchAriaSnapshot(`
    - main:
      - heading "Study" [level=1]
      - link "Close"
      - paragraph: /\\d+ left/
      - button "Undo" [disabled]
      - button "More"
      - article:
        - heading "Question" [level=2]
        - paragraph
      - button "Show answer"
      - status
  `);
    const focus = page.locator(':focus');
    await expect(focus).toHaveText(/^Question/);
    await page.keyboard.press('Space');
    await expect(focus).toHaveText(/^Answer/);
    await expect(main).toMatchAriaSnapshot(`
    - article:
      - heading "Question" [level=2]
      - paragraph
      - heading "Answer" [level=2]
      - paragraph
    - region "Source":
      - figure:
        - blockquote:
          - mark
        - link "Open in the document"
    - group "How well did you know it?":
      - button "Again"
      - button "Hard"
      - button "Good"
      - button "Easy"
  `);
    await expect(grade(page, 'Good')).toHaveAccessibleDescription(/^comes again in /);
    await grade(page, 'Good').click();
    await expect(focus).toHaveText(/^Question/);
    await undo(page).click();
    await expect(main.getByRole('status')).toHaveText(/^Taken back: Good on /);
    await expect(showAnswer(page)).toBeVisible();
  },
);

test('a quiz, right and wrong, and an exam at a glance', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/quiz');
  const bank = await bankOf(page);
  await startQuiz(page, '5');
  const main = page.getByRole('main');
  const focus = page.locator(':focus');
  for (const right of [true, false]) {
    await expect(focus).toHaveAccessibleName(/^Question \d of 5 /);
    await expect(main).toMatchAriaSnapshot(`
      - heading "Quiz" [level=1]
      - button "End quiz now"
      - group /Question \\d of 5 .*/:
        - heading /Question \\d of 5/ [level=2]
        - paragraph
      - group "How sure are you? optional":
        - radio "A guess"
        - radio "Unsure"
        - radio "Sure"
      - status
    `);
    await answerQuiz(page, bank, right);
    // Said by the live region, and where the focus is.
    await expect(focus).toHaveText(right ? 'Right' : /Not quite|Partly right/);
    await expect(main).toMatchAriaSnapshot(`
      - status:
        - paragraph
      - button "See why"
    `);
    if (right) await goOn(page);
  }
  await page.getByRole('button', { name: 'End quiz now' }).click();
  await page.getByRole('button', { name: 'New quiz' }).click();

  await page.getByRole('radio', { name: 'Exam', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('combobox', { name: 'Time' }).selectOption('half');
  await startQuiz(page, '5');
  await expect(main).toMatchAriaSnapshot(`
    - paragraph: /min left/
    - button "5 minutes more"
    - button "All questions"
    - group /Question 1 of 5 .*/
    - button "Back" [disabled]
    - button "Flag"
    - button "Next"
  `);
  await page.getByRole('button', { name: 'Flag' }).click();
  await expect(page.getByRole('button', { name: 'Flag', pressed: true })).toBeVisible();
  await page.getByRole('button', { name: 'All questions' }).click();
  await expect(focus).toHaveText('All questions');
  await expect(main).toMatchAriaSnapshot(`
    - heading "All questions" [level=2]
    - paragraph: 0 answered, 5 open, 1 flagged.
    - list:
      - listitem:
        - button /^1 .* Flagged/
      - listitem:
        - button /^2 .* Open/
    - button "Hand in"
    - button "Back to question 1"
  `);
  await page.getByRole('button', { name: 'Back to question 1' }).click();
  await expect(quizAsked(page)).toBeFocused();
});

test(
  'the contents of the document, and back to where one was',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('/read');
    const contents = page.getByRole('main').getByRole('button', { name: 'Contents' });
    await contents.click();
    await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "Contents":
      - banner:
        - heading "Contents" [level=2]
        - button "Close"
      - group "Contents":
        - navigation "Contents":
          - list:
            - listitem:
              - link "Executive Summary"
  `);
    await page.keyboard.press('Escape');
    await expect(contents).toBeFocused();
  },
);
