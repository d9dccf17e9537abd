import { expect, type Locator, type Page } from '@playwright/test';

/** What a learner does on Study, by role and name. */

export type Grade = 'Again' | 'Hard' | 'Good' | 'Easy';
export const GRADES: readonly Grade[] = ['Again', 'Hard', 'Good', 'Easy'];

export function showAnswer(page: Page): Locator {
  return page.getByRole('button', { name: 'Show answer' });
}

export function grade(page: Page, name: Grade): Locator {
  return page.getByRole('button', { name, exact: true });
}

export function undo(page: Page): Locator {
  return page.getByRole('button', { name: 'Undo' });
}

export function sourceLink(page: Page): Locator {
  return page.getByRole('link', { name: 'Open in the document' });
}

/** What is asked: the words under the hidden heading “Question”. */
export function prompt(page: Page): Locator {
  return page.getByRole('heading', { name: 'Question' }).locator('xpath=following-sibling::p');
}

export async function promptText(page: Page): Promise<string> {
  return (await prompt(page).innerText()).replace(/\s+/g, ' ').trim();
}

/** Waits until a card is asked, and says what it asks. */
export async function asked(page: Page): Promise<string> {
  await expect(showAnswer(page)).toBeVisible();
  return promptText(page);
}

/** Opens Study as one does: from Today. */
export async function study(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Study', exact: true }).click();
  await asked(page);
}

/** Shows the answer, grades it, and waits for what comes next. Says what was asked. */
export async function answer(page: Page, name: Grade): Promise<string> {
  const question = await asked(page);
  await showAnswer(page).click();
  await grade(page, name).click();
  await expect(grade(page, name)).toBeHidden();
  return question;
}

export async function setAside(page: Page, how: 'Bury until tomorrow' | 'Suspend'): Promise<void> {
  const question = await promptText(page);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: how }).click();
  await expect(prompt(page)).not.toHaveText(question);
}

/** A figure on Today, e.g. that of `To review`. */
export function figure(page: Page, name: 'To review' | 'New cards' | 'Done today'): Locator {
  return page
    .getByRole('region', { name: 'Due now' })
    .locator('div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .getByRole('definition');
}
