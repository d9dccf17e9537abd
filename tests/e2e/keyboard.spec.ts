import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { asked, grade, prompt, showAnswer } from './support/study.ts';

test.use({ serviceWorkers: 'block' });

test(
  '? lists the keys, this screen’s first, and single keys can be turned off',
  { tag: '@desktop' },
  async ({ page }) => {
    await page.goto('/study');
    const question = await asked(page);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard' });
    await expect(sheet.getByRole('heading', { level: 3 }).first()).toHaveText('Study');
    await expectAccessible(page);
    // Nothing is studied behind it.
    await page.keyboard.press('1');
    await sheet.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(showAnswer(page)).toBeVisible();

    await page.keyboard.press('?');
    await page.keyboard.press('Space');
    await expect(grade(page, 'Good')).toBeVisible();
    await expect(grade(page, 'Good')).not.toHaveAttribute('aria-keyshortcuts');
    await page.keyboard.press('3');
    await expect(prompt(page)).toHaveText(question);
    await expect(sheet).toBeHidden();

    await page.goto('/settings#keyboard');
    await expect(page.getByRole('checkbox', { name: 'Single-key shortcuts' })).not.toBeChecked();
    await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).check();
    await page.getByRole('button', { name: 'Show all keys' }).click();
    await expect(sheet.getByRole('heading', { level: 3 }).first()).toHaveText('Everywhere');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Show all keys' })).toBeFocused();

    await page.goto('/study');
    await asked(page);
    await page.keyboard.press('Space');
    await expect(grade(page, 'Good')).toHaveAttribute('aria-keyshortcuts', '3');
    await page.keyboard.press('3');
    await expect(prompt(page)).not.toHaveText(question);

    // In a field it is a question mark.
    await page.goto('/cards');
    await page.getByRole('searchbox').first().fill('why');
    await page.keyboard.press('?');
    await expect(page.getByRole('searchbox').first()).toHaveValue('why?');
    await expect(sheet).toBeHidden();
  },
);
