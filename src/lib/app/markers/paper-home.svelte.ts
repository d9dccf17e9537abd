import type { Failure } from '../../primitives/index.ts';
import type { ClassRecord } from '../../gradebook/index.ts';
import type { PaperSession } from '../../markers/index.ts';
import { askableRecords, keepAnswers, recordsFor, takeAnswersOut } from './paper-record.ts';

/** The class records that paper cards ask from, and the one that their answers go into. */
export class PaperHome {
  /** Whose questions could be asked. */
  records = $state.raw<readonly ClassRecord[]>([]);
  /** Which one the answers went into; null: they are not kept yet. */
  saved = $state.raw<ClassRecord | null>(null);

  async load(): Promise<void> {
    this.records = await askableRecords();
  }

  /** For another session. */
  forget(): void {
    this.saved = null;
  }

  /** Records of the same questions: the answers are in one of them, and may go into another. */
  othersFor(session: PaperSession): readonly ClassRecord[] {
    return recordsFor(session, this.records).filter(({ id }) => id !== this.saved?.id);
  }

  /**
   * Puts the answers into the session's record. Again, it changes nothing.
   *
   * @returns why it could not be done
   */
  async keep(session: PaperSession): Promise<Failure | null> {
    const kept = await keepAnswers(session);
    if (!kept.ok) return kept.error;
    this.saved = kept.value;
    await this.load();
    return null;
  }

  /** Into the session's record, and only then out of the one before: they are never in none. */
  async move(session: PaperSession): Promise<Failure | null> {
    const from = this.saved?.id;
    const failure = await this.keep(session);
    if (failure || from === undefined || from === this.saved?.id) return failure;
    const left = await takeAnswersOut(session, from);
    await this.load();
    return left.ok ? null : left.error;
  }
}
