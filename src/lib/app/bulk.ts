import { ok, type Result } from '../primitives/index.ts';
import type { CardEvent, EditEvent, UndoEvent } from '../journal/index.ts';
import type { CardFacts } from '../journal/card-query/index.ts';
import type { Recite, Unstamped } from './recite.svelte.ts';
import { locale, t } from '../language/index.ts';

/** What can be done to many cards at one stroke. */
export type BulkAction =
  | { readonly kind: 'suspend' | 'resume' | 'bury' | 'flag' | 'unflag' | 'reset' }
  | { readonly kind: 'tag'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly kind: 'edit'; readonly changes: EditEvent['changes'] };

/** What an action does to a card; null where the card is so already. */
export function eventFor(action: BulkAction, facts: CardFacts): Unstamped<CardEvent> | null {
  const { card, suspended, buried, flagged, phase, tags } = facts;
  switch (action.kind) {
    case 'suspend':
      return suspended ? null : { kind: 'suspend', card };
    case 'resume':
      return suspended || buried ? { kind: 'resume', card } : null;
    case 'bury':
      return suspended || buried ? null : { kind: 'bury', card };
    case 'flag':
      return flagged ? null : { kind: 'flag', card, flagged: true };
    case 'unflag':
      return flagged ? { kind: 'flag', card, flagged: false } : null;
    case 'reset':
      return phase === 'new' ? null : { kind: 'reset', card };
    case 'tag': {
      const add = action.add.filter((tag) => !tags.includes(tag));
      const remove = action.remove.filter((tag) => tags.includes(tag));
      return add.length + remove.length > 0 ? { kind: 'tag', card, add, remove } : null;
    }
    case 'edit':
      return { kind: 'edit', card, changes: action.changes };
  }
}

const DONE: Readonly<Record<BulkAction['kind'], readonly [done: string, already: string]>> = {
  suspend: ['suspended', t('suspended already')],
  resume: [t('back in the queue'), t('in the queue already')],
  bury: [t('buried until tomorrow'), t('out of the queue already')],
  flag: ['flagged', t('flagged already')],
  unflag: ['unflagged', t('without a flag already')],
  reset: [t('started over'), t('new already')],
  tag: ['tagged', t('tagged so already')],
  edit: [t('worded anew'), t('worded so already')],
};

/** `42 cards suspended.`, `1 card flagged; 3 were flagged already.` */
export function doneWords(action: BulkAction, changed: number, already: number): string {
  const [done, was] = DONE[action.kind];
  const verb = action.kind === 'tag' && action.add.length === 0 ? 'untagged' : done;
  const cards = `${changed.toLocaleString(locale())} ${changed === 1 ? 'card' : 'cards'} ${verb}`;
  if (already === 0) return `${cards}.`;
  return `${cards}; ${already.toLocaleString(locale())} ${already === 1 ? 'was' : 'were'} ${was}.`;
}

/** What takes all of these back. */
export function undoing(events: readonly CardEvent[]): Unstamped<UndoEvent>[] {
  return events.map(({ id, card }) => ({ kind: 'undo', card, target: id }));
}

/** Events written before the person hears how far it is. */
const PIECE = 500;

/**
 * Appends many events, a piece after the other. Where it fails in the middle, what came before is
 * kept, and the same call again adds the rest.
 *
 * @param tell how many are on disk
 */
export async function writeAll(
  { store }: Recite,
  events: readonly CardEvent[],
  tell: (written: number) => void,
): Promise<Result<void>> {
  let result: Result<void> = ok(undefined);
  for (let at = 0; at < events.length && result.ok; at += PIECE) {
    result = await store.appendAll(events.slice(at, at + PIECE));
    if (result.ok) tell(Math.min(at + PIECE, events.length));
  }
  return result;
}
