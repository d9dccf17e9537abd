import { expect, test, type Page } from '@playwright/test';
import { answer, asked, grade, prompt, showAnswer, sourceLink, study } from './support/study.ts';

test.use({ serviceWorkers: 'block' });

test('leads from an answer to its words in the document, and back to the card', async ({
  page,
}) => {
  await study(page);
  await answer(page, 'Good');
  const question = await asked(page);
  await showAnswer(page).click();
  const quote = await quoteOf(page);
  await sourceLink(page).click();

  await expect(page).toHaveURL(/\/read\?mark=\d+-\d+#[\w-]+$/);
  await expectCited(page, quote);

  await page.goBack();
  await expect(prompt(page)).toHaveText(question);
  await expect(grade(page, 'Good')).toBeVisible();
  await grade(page, 'Good').click();
  await expect(prompt(page)).not.toHaveText(question);
});

test('finds the words when such a link is opened cold', async ({ page, context }) => {
  await study(page);
  await showAnswer(page).click();
  const quote = await quoteOf(page);
  const href = (await sourceLink(page).getAttribute('href'))!;
  const cold = await context.newPage();
  await cold.goto(href);
  await expectCited(cold, quote);
  await cold.reload();
  await expectCited(cold, quote);
});

test('every passage of an answer has a link of its own', { tag: '@desktop' }, async ({ page }) => {
  const response = await page.request.get('/banks/mexico-cartels.json');
  const { questions } = (await response.json()) as {
    questions: { prompt: string; cites: { paragraph: string }[] }[];
  };
  const many = questions.find(({ cites }) => cites.length > 1);
  test.skip(!many, 'no shipped question cites two passages');
  const { prompt: wanted, cites } = many!;
  await page.goto(`/study?paragraph=${cites[0]!.paragraph}`);
  while ((await asked(page)) !== wanted) await answer(page, 'Easy');
  await showAnswer(page).click();
  const links = page.getByRole('region', { name: 'Source' }).getByRole('link');
  await expect(links).toHaveText(
    cites.map((_, index) => (index === 0 ? 'Open in the document' : `Open passage ${index + 1}`)),
  );
  await links.nth(1).click();
  await expect(page.locator('[data-cited]')).toHaveAttribute('id', cites[1]!.paragraph);
});

function quoteOf(page: Page): Promise<string> {
  const marks = page.getByRole('region', { name: 'Source' }).locator('mark');
  return marks.first().innerText();
}

/** The paragraph carries `data-cited`, is in view, and these words in it are marked. */
async function expectCited(page: Page, quote: string): Promise<void> {
  const paragraph = page.locator('[data-cited]');
  await expect(paragraph).toHaveCount(1);
  await expect(paragraph).toHaveAttribute('id', new URL(page.url()).hash.slice(1));
  await expect(paragraph).toContainText(quote);
  const words = paragraph.locator('mark');
  await expect(words).toHaveText(quote);
  await expect(words).toBeInViewport();
}
