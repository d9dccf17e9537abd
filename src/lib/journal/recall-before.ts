import { recallOn } from '../schedule/index.ts';
import { compareEvents, type CardEvent, type CardId, type JournalEvent } from './events.ts';
import { foldCard } from './fold.ts';
import { settingsFor } from './settings-for.ts';
import { settingsAt, type SettingsTimeline } from './timeline.ts';

/**
 * The probability with which a card would have been recalled just before something happened, as the
 * journal and the settings then stood: what came later, an undo of what came before included, was not
 * known. It comes out the same whenever it is worked out again.
 *
 * @param events of the card, in any order
 * @returns in [0, 1]; null where the card was new
 */
export function recallBefore(
  card: CardId,
  events: readonly CardEvent[],
  timeline: SettingsTimeline,
  before: Pick<JournalEvent, 'at' | 'id' | 'day'>,
): number | null {
  const isEarlier = (event: Pick<JournalEvent, 'at' | 'id'>) => compareEvents(event, before) < 0;
  const then = { changes: timeline.changes.filter(({ event }) => isEarlier(event)) };
  const { snapshot } = foldCard(card, events.filter(isEarlier), then);
  if (!snapshot?.schedule) return null;
  return recallOn(snapshot.schedule, before.day, settingsFor(settingsAt(then), card));
}
