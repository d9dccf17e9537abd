import { bankOf, type CardId } from './events.ts';
import type { Settings } from './settings.ts';

const forBanks = new WeakMap<Settings, Map<string, Settings>>();

/** The settings that hold for one card: its bank may have a desired retention of its own. */
export function settingsFor(settings: Settings, card: CardId): Settings {
  const bank = bankOf(card);
  const desiredRetention = settings.perBank[bank];
  if (desiredRetention === undefined) return settings;
  // Kept: the fold asks for every answer.
  let known = forBanks.get(settings);
  if (!known) forBanks.set(settings, (known = new Map<string, Settings>()));
  const found = known.get(bank) ?? { ...settings, desiredRetention };
  known.set(bank, found);
  return found;
}
