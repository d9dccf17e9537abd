import type { BrowserContext } from '@playwright/test';
import { smallBank } from '../../../src/lib/bank/check/fixtures/index.ts';
import { packBank, type Bank } from '../../../src/lib/bank/index.ts';

export const BANK_URL = '**/banks/*.json';

/** Hands the app another bank: one question of every type, unless one is given. */
export async function withBank(context: BrowserContext, bank: Bank = smallBank()): Promise<Bank> {
  await context.route(BANK_URL, (route) => route.fulfill({ json: packBank(bank) }));
  return bank;
}

export { smallBank };
