import { first } from 'virtual:recite/first';
import { err, ok, type Failure, type Result } from '../primitives/index.ts';
import type { PackedBank } from '../bank/index.ts';
import { openIndexedDb, type JournalStore } from '../storage/index.ts';
import { browserEnvironment, type Environment } from './environment.ts';
import { t } from '../language/index.ts';

/** What the app needs of the world; tests hand in their own. */
export interface Wiring {
  environment(): Environment;
  openStore(): Promise<Result<JournalStore>>;
  fetchBank(): Promise<Result<PackedBank>>;
}

export const BANK_MISSING: Failure = {
  code: 'bank-missing',
  message: t(
    'The questions could not be loaded. Your progress is safe. Connect to the network once and reload; after that they are kept on the device.',
  ),
};

export const browserWiring: Wiring = {
  environment: browserEnvironment,
  openStore: () => openIndexedDb(),
  async fetchBank() {
    const bank = await shippedBank(first.id);
    if (bank) return ok(bank);
    return err(BANK_MISSING);
  },
};

/** A bank that came with the app; the service worker keeps it for the time without a network. */
export async function shippedBank(id: string): Promise<PackedBank | null> {
  try {
    const response = await fetch(`/banks/${id}.json`);
    if (response.ok) return (await response.json()) as PackedBank;
  } catch {
    // No network and nothing cached: the same as one that is not there.
  }
  return null;
}
