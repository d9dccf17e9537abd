import type { LocalDay } from '../primitives/index.ts';
import type { CardId, JournalEvent, SettingsEvent } from '../journal/index.ts';

/** What was written to the journal, as other tabs hear of it. */
export interface Change {
  /** Cards that have changed. */
  readonly cards: readonly CardId[] | 'all';
  /** Days whose counts may have changed. */
  readonly days: readonly LocalDay[] | 'all';
  /** Settings were among it. */
  readonly settings: boolean;
}

/** Everything may be otherwise. */
export const EVERYTHING: Change = { cards: 'all', days: 'all', settings: true };

/** What a single event changes, or several. */
export function changeOf(events: readonly JournalEvent[]): Change {
  const cards = events.flatMap((event) => ('card' in event && event.card ? [event.card] : []));
  return {
    cards: [...new Set(cards)],
    days: [...new Set(events.map(({ day }) => day))],
    settings: events.some(isSettings),
  };
}

export function isSettings(event: JournalEvent): event is SettingsEvent {
  return event.kind === 'settings';
}

/** Between the tabs that have one journal open. */
export interface Channel {
  /** Tells the other tabs; this one knows. */
  readonly tell: (change: Change) => void;
  /** Tells the other tabs and this one, where nobody here is waiting for it. */
  readonly tellAll: (change: Change) => void;
  onchanged(callback: (change: Change) => void): void;
  close(): void;
}

export function openChannel(name: string): Channel {
  const callbacks = new Set<(change: Change) => void>();
  const announce = (change: Change) => callbacks.forEach((callback) => callback(change));
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<Change>) => announce(data);
  // Whoever comes back to a page that the browser had put aside may have missed something.
  const onpageshow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) announce(EVERYTHING);
  };
  addEventListener('pageshow', onpageshow);
  let open = true;
  function tell(change: Change): void {
    // What was written just before closing is written all the same.
    if (open) channel.postMessage(change);
  }
  return {
    tell,
    tellAll(change) {
      tell(change);
      announce(change);
    },
    onchanged: (callback) => void callbacks.add(callback),
    close() {
      open = false;
      removeEventListener('pageshow', onpageshow);
      channel.close();
    },
  };
}
