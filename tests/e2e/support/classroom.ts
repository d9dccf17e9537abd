import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';
import { unpackBank, type PackedBank } from '../../../src/lib/bank/index.ts';
import { planOf, type Planned } from '../../../src/lib/classroom/index.ts';
import { BUILD } from './server.ts';

/** One question of each of these types, of the bank that the app ships with. */
export function shippedPlan(types: readonly Planned['question']['type'][]): readonly Planned[] {
  const [name] = readdirSync(join(BUILD, 'banks')).filter((one) => one.endsWith('.json'));
  const packed = JSON.parse(readFileSync(join(BUILD, 'banks', name!), 'utf8')) as PackedBank;
  const bank = unpackBank(packed);
  if (!bank.ok) throw new Error(bank.error.message);
  const { questions } = bank.value;
  const plan = planOf(
    bank.value,
    types.map((type) => questions.find((question) => question.type === type)!),
  );
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
}

/** A student’s phone: another browser context is another device. */
export interface ClassPhone {
  readonly page: Page;
  /** All that came over its WebSockets. */
  readonly heard: string[];
}

export async function classPhone(browser: Browser): Promise<ClassPhone> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  return phonePage(await context.newPage());
}

export function phonePage(page: Page): ClassPhone {
  const heard: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(payload.toString())),
  );
  return { page, heard };
}

/** By the link of the QR code, under a typed name. */
export async function comeIn({ page }: ClassPhone, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Come in' }).click();
  await expect(page.getByText('Your teacher will let you in.')).toBeVisible();
}

/** The option at that place, and not sent yet. */
export async function choose({ page }: ClassPhone, at: number): Promise<void> {
  await page.getByRole('radio').nth(at).check();
}

export async function send({ page }: ClassPhone): Promise<void> {
  await page.getByRole('button', { name: 'Send answer' }).click();
}

export async function expectSaved({ page }: ClassPhone): Promise<void> {
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible({ timeout: 15_000 });
}
