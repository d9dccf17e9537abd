import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { classFile, classRecord } from './support/class-record.ts';
import { bankOf } from './support/quiz.ts';

test.use({ serviceWorkers: 'block' });

const NAMES = [
  'Ana',
  'Ben',
  'Cem',
  'Dana',
  'Emil',
  'Fay',
  'Gus',
  'Hana',
  'Ivo',
  'Jun',
  'Kim',
  'Lea',
];
const TUESDAY = Date.UTC(2026, 2, 3, 9, 15);

/** Opens a class of twelve and ten questions, as the file that another device exported. */
async function openClass(page: Page, names: readonly string[] = NAMES): Promise<void> {
  await page.goto('/class');
  const life = { title: 'Class 4b', students: names, length: 10, at: TUESDAY, seed: 'e2e' };
  const file = classFile(classRecord(await bankOf(page), life));
  await page.getByLabel('Class file').setInputFiles(file);
  await page.getByRole('link', { name: 'Class 4b' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Class 4b' })).toBeVisible();
}

test('a class is opened, looked into, deleted and put back @phone', async ({ page }) => {
  await page.goto('/class');
  await expect(page.getByText('What your classes answer is kept here')).toBeVisible();
  await expectAccessible(page);
  await openClass(page);

  const main = page.getByRole('main');
  const grid = main.getByRole('grid', { name: 'Answers' });
  await expect(grid.getByRole('row')).toHaveCount(NAMES.length + 1);
  await expectAccessible(page);
  await expectNoSideScroll(page, 320);

  const ben = grid.getByRole('row').filter({ hasText: 'Ben' });
  await ben.getByRole('gridcell').nth(1).getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Ben, question 1' })).toBeVisible();
  await expect(dialog.getByText(/Also answered as a QR code; does not count/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await grid.getByRole('button', { name: 'Question 3' }).click();
  await expect(dialog.getByRole('region', { name: 'Two votes' })).toContainText('Right:');
  await expect(dialog.getByRole('link', { name: 'Open in the document' })).toHaveAttribute(
    'href',
    /^\/read\?mark=/,
  );
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close' }).click();

  const passages = main.getByRole('link', { name: /missed (it|them)\. Open in the document$/ });
  expect(await passages.count()).toBeGreaterThan(3);

  await main.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('“Class 4b” is deleted from this device.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Class 4b' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Class 4b' })).toBeVisible();
});

test('scores and answers become files; two names become one @desktop', async ({ page }) => {
  await openClass(page, ['=HYPERLINK("x")', ...NAMES.slice(1), 'Leah']);
  const main = page.getByRole('main');
  const saved = async (name: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await main.getByRole('button', { name }).click();
    return readFile(await (await download).path(), 'utf8');
  };

  await main.getByRole('spinbutton', { name: 'Points for all right' }).fill('20');
  const canvas = (await saved('Scores for Canvas (CSV)')).replace('\uFEFF', '').split('\r\n');
  expect(canvas.slice(0, 2)).toEqual([
    'Student,ID,SIS User ID,SIS Login ID,Section,Class 4b',
    'Points Possible,,,,,20',
  ]);
  expect(canvas.find((line) => line.includes('HYPERLINK'))).toMatch(/^"'=HYPERLINK/);
  expect(await saved('Every answer (CSV)')).toContain(
    'student,number,question,prompt,source,counts',
  );

  const grid = main.getByRole('grid', { name: 'Answers' });
  const rows = String(NAMES.length + 2);
  await expect(grid).toHaveAttribute('aria-rowcount', rows);
  await grid.getByRole('button', { name: 'Leah' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('cem');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog).toBeHidden();
  // Both were live: two students of one name, which the page says.
  await expect(main.getByText('A name that comes twice by the same way')).toBeVisible();
  await expect(grid).toHaveAttribute('aria-rowcount', rows);

  // With the arrow keys through the marks, as in any grid.
  await grid.getByRole('row').nth(1).getByRole('rowheader').getByRole('button').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: /, question 1$/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await main.getByRole('checkbox', { name: /A page for each student too/ }).check();
  await page.emulateMedia({ media: 'print' });
  // One of the class, and one of each student.
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(NAMES.length + 2);
  await expect(grid).toBeHidden();
});
