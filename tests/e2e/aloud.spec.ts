import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './support/accessible.ts';
import { asked, promptText } from './support/study.ts';
import { finishSpeaking, giveVoice, said } from './support/speech.ts';

test.use({ serviceWorkers: 'block' });

const visible = { visible: true } as const;

test(
  'the document is read aloud from a paragraph, and the eye follows',
  { tag: '@phone' },
  async ({ page }) => {
    test.slow();
    await giveVoice(page);
    await page.goto('/read#history-6');
    await expect(page.getByText('Study a few cards').first()).toBeAttached();
    await page.locator('[data-paragraph="history-6"]').getByRole('button').tap();
    await page.getByRole('button', { name: 'Read aloud from here' }).tap();
    const bar = page.getByRole('region', { name: 'Reading aloud' });
    await expect(bar).toContainText('History and current status');
    await expect.poll(() => said(page)).toMatch(/^El Mayo’s success derived .* capture\.$/);

    await finishSpeaking(page);
    await expect
      .poll(() => spokenNow(page))
      .toMatch(/^His arrest on July 25, 2024, .* imprisonment\.$/);
    await bar.getByRole('button', { name: /^Back/ }).tap();
    await expect.poll(() => spokenNow(page)).toMatch(/^El Mayo’s success/);
    await bar.getByRole('button', { name: 'Pause' }).tap();
    await expect(bar.getByRole('button', { name: 'Play' })).toBeVisible();
    for (let sentence = 0; sentence < 8; sentence++) {
      await bar.getByRole('button', { name: /^Next/ }).tap();
    }
    await expect.poll(() => inSight(page)).toBe(true);

    await bar.getByRole('button', { name: /^Voice/ }).tap();
    const choice = page.getByRole('group', { name: 'Voice and speed' });
    // The device's own reads, and what goes over the network says so.
    await expect(choice.getByLabel('Voice', { exact: true })).toHaveValue(/Nearby/);
    await choice.getByLabel('Speed').selectOption('1.5×');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expectNoSideScroll(page, 320);
    const place = await spokenNow(page);
    await bar.getByRole('button', { name: 'Stop' }).tap();
    await expect(bar).toBeHidden();
    expect(await spokenNow(page)).toBe('');

    // It goes on where it was stopped.
    await page.goto('/read');
    await expect(page.getByText('Study a few cards').first()).toBeAttached();
    await page.getByRole('button', { name: 'Listen' }).filter(visible).tap();
    await expect.poll(() => spokenNow(page)).toBe(place);
    await expect(bar.getByRole('button', { name: /^Voice/ })).toContainText('1.5×');
  },
);

test(
  'a card is asked and answered aloud, and graded by the keys for music',
  { tag: '@desktop' },
  async ({ page }) => {
    await giveVoice(page);
    await page.goto('/study');
    const question = await asked(page);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Listen, hands-free' }).click();
    const bar = page.getByRole('region', { name: 'Hands-free' });
    await expect(bar).toContainText('The question');
    await expect.poll(() => said(page)).toContain(question.slice(0, 20));
    await bar.getByRole('button', { name: 'Voice' }).click();
    await page.getByLabel('Time to think').selectOption('3 seconds');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await finishSpeaking(page);
    await expect(bar).toContainText('Time to think: 3 seconds');
    await expect(page.getByRole('heading', { name: 'Answer' })).toBeAttached();
    await expect(bar).toContainText('The answer');
    await finishSpeaking(page);
    await expect(bar).toContainText('How well did you know it?');
    await page.keyboard.press('MediaTrackNext');
    await expect.poll(() => promptText(page)).not.toBe(question);
    await expect(bar).toContainText('The question');
    await bar.getByRole('button', { name: 'Stop' }).click();
    await expect(bar).toBeHidden();
  },
);

test('a device without a voice says so', { tag: '@desktop' }, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'speechSynthesis', { value: undefined });
  });
  await page.goto('/read');
  await expect(page.getByText('Study a few cards').first()).toBeAttached();
  await page.getByRole('button', { name: 'Listen' }).filter(visible).click();
  await expect(page.getByRole('alert')).toHaveText('This browser cannot read aloud.');
});

function spokenNow(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('spoken') ?? [])].map((range) => (range as Range).toString()).join(''),
  );
}

function inSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const range = [...(CSS.highlights.get('spoken') ?? [])][0] as Range;
    const { top, bottom } = range.getBoundingClientRect();
    return top > 40 && bottom < window.innerHeight - 100;
  });
}
