import { ok, type Result } from '../primitives/index.ts';
import type { CardEvent, EditEvent, UndoEvent } from '../journal/index.ts';
import type { CardFacts } from '../journal/card-query/index.ts';
import type { Recite, Unstamped } from './recite.svelte.ts';
import { plural } from '../language/index.ts';

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

type Counted = (count: number) => string;
const DONE: Readonly<Record<BulkAction['kind'], readonly [done: Counted, already: Counted]>> = {
  suspend: [
    (n) => plural(n, 'card suspended', 'cards suspended'),
    (n) => plural(n, 'was suspended already', 'were suspended already'),
  ],
  resume: [
    (n) => plural(n, 'card back in the queue', 'cards back in the queue'),
    (n) => plural(n, 'was in the queue already', 'were in the queue already'),
  ],
  bury: [
    (n) => plural(n, 'card buried until tomorrow', 'cards buried until tomorrow'),
    (n) => plural(n, 'was out of the queue already', 'were out of the queue already'),
  ],
  flag: [
    (n) => plural(n, 'card flagged', 'cards flagged'),
    (n) => plural(n, 'was flagged already', 'were flagged already'),
  ],
  unflag: [
    (n) => plural(n, 'card unflagged', 'cards unflagged'),
    (n) => plural(n, 'was without a flag already', 'were without a flag already'),
  ],
  reset: [
    (n) => plural(n, 'card started over', 'cards started over'),
    (n) => plural(n, 'was new already', 'were new already'),
  ],
  tag: [
    (n) => plural(n, 'card tagged', 'cards tagged'),
    (n) => plural(n, 'was tagged so already', 'were tagged so already'),
  ],
  edit: [
    (n) => plural(n, 'card worded anew', 'cards worded anew'),
    (n) => plural(n, 'was worded so already', 'were worded so already'),
  ],
};
const untagged: Counted = (n) => plural(n, 'card untagged', 'cards untagged');

/** `42 cards suspended.`, `1 card flagged; 3 were flagged already.` */
export function doneWords(action: BulkAction, changed: number, already: number): string {
  const [done, was] = DONE[action.kind];
  const cards = (action.kind === 'tag' && action.add.length === 0 ? untagged : done)(changed);
  return already === 0 ? `${cards}.` : `${cards}; ${was(already)}.`;
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
