import { gradedSheet, type ClassRecord, type Sheet } from '../../gradebook/index.ts';
import { isForCards, responsesOf, type PaperSession } from '../../markers/index.ts';
import { gradebook } from '../gradebook/shelf.svelte.ts';

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
