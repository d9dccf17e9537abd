import { ok, type Result } from '../../primitives/index.ts';
import {
  gradedSheet,
  withoutSheets,
  withRecord,
  type ClassRecord,
  type Sheet,
} from '../../gradebook/index.ts';
import { isForCards, responsesOf, type PaperSession } from '../../markers/index.ts';
import { gradebook, keepRecord } from '../gradebook/shelf.svelte.ts';

/** Records that are offered: of the newest, so many. */
const MOST_RECORDS = 20;

/** The newest class records with questions that cards can answer. */
export async function askableRecords(): Promise<ClassRecord[]> {
  const store = await gradebook();
  const heads = store.ok ? await store.value.heads() : store;
  if (!store.ok || !heads.ok) return [];
  const newest = heads.value.slice(0, MOST_RECORDS);
  const read = await Promise.all(newest.map(({ id }) => store.value.record(id)));
  return read
    .flatMap((one) => (one.ok && one.value ? [one.value] : []))
    .filter(({ plan }) => plan.some(({ question }) => isForCards(question)));
}

/** What each student answered, graded; of whom nothing was read there is no sheet. */
export function sheetsOf(session: PaperSession): Sheet[] {
  const { id, at, plan } = session;
  return responsesOf(session)
    .filter(({ responses }) => responses.some((one) => one !== null))
    .map(({ card, name, responses }) =>
      gradedSheet(
        { source: 'paper', id: `paper/${id}/${card}`, name, at },
        plan,
        responses.map((response) => response && { response }),
      ),
    );
}

/** The records that ask all that the session asked, so that its answers can go into them. */
export function recordsFor(
  { plan }: PaperSession,
  records: readonly ClassRecord[],
): readonly ClassRecord[] {
  return records.filter((record) => withRecord(record, { ...record, plan, sheets: [] }).ok);
}

/** Puts the session's answers into its record. Again, it changes nothing. */
export function keepAnswers(session: PaperSession): Promise<Result<ClassRecord>> {
  const { id, record, title, at, plan } = session;
  return keepRecord({ id: record ?? id, title, at, plan, sheets: sheetsOf(session) });
}

/** Takes the session's answers out of a record; one that was made for them alone is gone then. */
export async function takeAnswersOut(
  session: PaperSession,
  from: string,
): Promise<Result<unknown>> {
  const store = await gradebook();
  if (!store.ok) return store;
  const ids = sheetsOf(session).map(({ id }) => id);
  return store.value.change(from, (record) => {
    const rest = record && withoutSheets(record, ids);
    return ok(rest?.id === session.id && rest.sheets.length === 0 ? null : rest);
  });
}
