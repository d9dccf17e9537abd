import { expect, test } from '@playwright/test';

import { smallBank, withBank } from './support/bank.ts';
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
  'from the first launch to the first card, its grade and the end',
  { tag: '@phone' },
  async ({ page, context }) => {
    const bank = smallBank();
    const questions = bank.questions.filter(({ type }) => type === 'choice').slice(0, 1);
    await withBank(context, { ...bank, questions });
    await page.goto('/');
    const main = page.getByRole('main');
    await expect(main).toMatchAriaSnapshot(`
      - main:
        - heading "Today" [level=1]
        - region "Due now":
          - paragraph
          - link "Study"
          - term: To review
          - definition: "0"
          - term: New cards
          - definition: "1"
        - region "What you know of it":
          - link "You have met none of the 4 paragraphs yet. Open the document."
    `);
    await main.getByRole('link', { name: 'Study', exact: true }).click();
    await asked(page);
    const focus = page.locator(':focus');
    await expect(focus).toHaveText(/^Question/);
    await expect(main.getByRole('group', { name: 'Your answer' })).toMatchAriaSnapshot(`
      - group "Your answer":
        - radio "Karl Amund"
        - radio "Sten Holmer"
        - radio "Odo Brand"
    `);
    await main.getByRole('radio', { name: 'Karl Amund' }).focus();
    await page.keyboard.press('Space');
    // What is right is said where the focus is, and at each option what it was.
    await expect(focus).toHaveText(/^Answer\s*Odo Brand$/);
    await expect(main).toMatchAriaSnapshot(`
      - article:
        - group "Your answer":
          - radio /Karl Amund .*Not this/ [checked] [disabled]
          - radio "Sten Holmer" [disabled]
          - radio /Odo Brand .*This one/ [disabled]
        - heading "Answer" [level=2]
        - paragraph: Odo Brand
      - region "Source"
      - group "How well did you know it?"
    `);
    await grade(page, 'Easy').click();
    await expect(focus).toHaveText(/^Done for now/);
    await expect(main).toMatchAriaSnapshot(`
      - heading "Done for now" [level=2]
      - paragraph: You answered 1 question and knew every one.
    `);
    await expect(main.getByRole('link', { name: 'Back to Today' })).toBeVisible();
  },
);

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
  const main = page.getByRole('main');
  await expect(main).toMatchAriaSnapshot(`
    - heading "Quiz" [level=1]
    - region "Ready-made":
      - button "Quick ten"
    - group "Practice or exam":
      - radio "Practice" [checked]
      - radio "Exam"
    - group "How many questions":
      - radio "5"
      - radio "10" [checked]
    - group "Sections":
      - checkbox /Executive Summary \\d+ questions/ [checked]
    - status: 10 questions
    - button "Start quiz"
  `);
  await startQuiz(page, '5');
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
  await expect(focus).toHaveText(/^\s*1 of 2\s/);
  await expect(main.getByText('ended after 2 of 5 questions')).toBeVisible();
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

test(
  'from an answer to the very words of the source, and back to the card',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('/study');
    await asked(page);
    await page.keyboard.press('Space');
    const quote = await page.getByRole('region', { name: 'Source' }).locator('mark').textContent();
    await page.getByRole('link', { name: 'Open in the document' }).click();
    const cited = page.getByRole('region', { name: 'Cited passage' });
    await expect(cited).toMatchAriaSnapshot(`
      - region "Cited passage":
        - paragraph: /The passage behind your answer “.+”/
        - button "Back to the card"
        - button "Clear"
    `);
    // One is put down at the paragraph, and the words themselves are said, not only marked.
    await expect(cited).toContainText(`“${quote!.trim()}”`);
    await expect(page.locator(':focus')).toContainText(quote!.trim());
    await expect(page.locator(':focus').locator('mark')).toHaveText(quote!);
    await cited.getByRole('button', { name: 'Back to the card' }).click();
    await expect(page.locator(':focus')).toHaveText(/^Answer/);
  },
);

test(
  'a paragraph of the document, what can be done with it, and its words copied',
  { tag: '@phone' },
  async ({ page }) => {
    await page.addInitScript(() => {
      const writeText = () => Promise.resolve();
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    });
    await page.goto('/read#history-6');
    const more = page
      .locator('[data-paragraph="history-6"]')
      .getByRole('button', { name: '9 questions on this paragraph' });
    await more.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'This paragraph' });
    await expect(sheet).toMatchAriaSnapshot(`
      - dialog "This paragraph":
        - banner:
          - heading "This paragraph" [level=2]
          - button "Close"
        - group "This paragraph":
          - button "Copy with citation"
          - button "Share a link"
          - button "Read aloud from here"
          - status
          - heading "9 questions" [level=3]
          - list:
            - listitem:
              - paragraph
              - paragraph:
                - 'link "New: why?"'
        - contentinfo:
          - link "Study these"
          - button "Ask about this"
    `);
    await expect(page.locator(':focus')).toHaveText('Close');
    await sheet.getByRole('button', { name: 'Copy with citation' }).focus();
    await page.keyboard.press('Enter');
    await expect(sheet.getByRole('status')).toHaveText('Copied, with its source.');
    await page.keyboard.press('Escape');
    await expect(more).toBeFocused();
  },
);

test('figures as sentences and tables, and a setting', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/study');
  await asked(page);
  await showAnswer(page).click();
  await grade(page, 'Good').click();
  await page.goto('/progress#cards');
  const states = page.getByRole('figure', { name: 'Cards by state' });
  await states.getByText('Show as a table').click();
  await expect(states).toContainText(/1 of \d+ cards begun, 0 of them mature\./);
  const learning = states.getByRole('table').getByRole('row').filter({ hasText: 'Learning' });
  await expect(learning.getByRole('rowheader')).toHaveText(/Learning/);
  await expect(learning.getByRole('cell').first()).toHaveText('1');
  await expect(states.getByRole('columnheader').first()).not.toBeEmpty();
  await page.goto('/progress#past');
  const days = page.getByRole('slider', { name: 'Answers a day: read the picture' });
  await expect(days).toHaveAttribute('aria-valuetext', /1/);

  await page.goto('/settings#amount');
  const group = page.getByRole('region', { name: 'How much a day' });
  const field = group.getByRole('textbox', { name: 'New cards a day' });
  await expect(field).toHaveAccessibleDescription(/How many you meet for the first time/);
  await field.fill('7');
  await field.blur();
  await expect(group.getByRole('status')).not.toBeEmpty();
  await field.fill('-3');
  await field.blur();
  await expect(group.getByRole('alert').first()).not.toBeEmpty();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
});
