import type { IDBPDatabase } from 'idb';
import { ok, type Result } from '../../primitives/index.ts';
import { isCardEvent, type CardId, type EventId, type JournalEvent } from '../../journal/index.ts';
import { appendUpon, readGround, type Ground } from './ahead.ts';
import type { SettingsReader } from './read.ts';
import type { JournalSchema } from './schema.ts';
import { writing } from './transaction.ts';
import { appendCardEvent, appendOther, type Written } from './write.ts';

/** Writes single events to a database: without asking anything where it knows upon what, else in two rounds. */
export interface Appender {
  /** Reads what the next event of a card will be written upon. Without a card: nothing. */
  lookAt(card: CardId | undefined): Promise<void>;
  append(event: JournalEvent, expectedLast: EventId | null | undefined): Promise<Result<Written>>;
}

export function newAppender(
  database: IDBPDatabase<JournalSchema>,
  readSettings: SettingsReader,
): Appender {
  let ground: Ground | null = null;
  return {
    async lookAt(card) {
      if (card !== undefined) ground = await readGround(database, card, readSettings);
    },
    async append(event, expectedLast) {
      const known = ground;
      ground = null;
      const about = isCardEvent(event) ? event : null;
      const upon = known && about && (await appendUpon(known, database, about, expectedLast));
      if (upon) return ok({ ...upon, outdated: false });
      return writing(database, (transaction) =>
        isCardEvent(event)
          ? appendCardEvent(transaction, event, expectedLast, readSettings)
          : appendOther(transaction, event),
      );
    },
  };
}
