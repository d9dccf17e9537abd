import { beforeEach, describe, expect, test, vi } from 'vitest';
import { err, ok } from '../primitives/index.ts';
import { packBank } from '../bank/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { cardId } from '../journal/index.ts';
import { FAILURES, type JournalStore } from '../storage/index.ts';
import { memoryStore } from '../storage/memory/index.ts';
import { DocumentSearch } from './document-search.svelte.ts';
import { readerData } from './reader-data.ts';
import { Reader } from './reader.svelte.ts';
import { Recite } from './recite.svelte.ts';

const bank = smallBank();
const text = bank.document;
const paragraphs = text.sections.flatMap((section) => section.paragraphs.map(({ id }) => id));
const [cited] = bank.questions[0]!.cites;

let device: Map<string, string>;
let now: number;

beforeEach(() => {
  device = new Map();
  now = 1000;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => device.get(key) ?? null,
    setItem: (key: string, value: string) => void device.set(key, value),
  });
});

async function opened(store: JournalStore = memoryStore()) {
  const recite = new Recite({
    environment: () => ({
      now: () => now,
      moment: () => ({ now, offset: 0, day: 100 }),
      newId: () => String(now++).padStart(8, '0'),
      device: 'test',
    }),
    openStore: () => Promise.resolve(ok(store)),
    fetchBank: () => Promise.resolve(ok(packBank(bank))),
  });
  await recite.start();
  return { recite, reader: new Reader(recite, text) };
}

const at = (address: string) => new URL(address, 'https://recite.test');

describe('the reader', () => {
  test('shows no map before anything was studied, and then one until it is not wanted', async () => {
    const { recite, reader } = await opened();
    reader.arrive(at('/read'), null);
    expect(reader.questionsOn(cited.paragraph)).toBeNull();
    await reader.load();
    expect([reader.studied, reader.mapOn, reader.marks.size, reader.known.size]).toEqual([
      false,
      false,
      0,
      0,
    ]);

    const card = cardId(bank.id, bank.questions[0]!.id);
    await recite.record({ kind: 'review', card, rating: 4, duration: 1 });
    await reader.load();
    expect(reader.mapOn).toBe(true);
    expect(reader.marks.get(cited.paragraph)?.level).toBe(5);
    const inSection = bank.questions.filter(({ cites }) => cites[0].section === cited.section);
    expect([...reader.known]).toEqual([[cited.section, 1 / inSection.length]]);

    // In a year, if nothing is studied until then.
    const today = [reader.recall!, reader.known.get(cited.section)!] as const;
    reader.ahead = 365;
    expect(reader.marks.get(cited.paragraph)?.level).toBeLessThan(5);
    expect(reader.marks.get(cited.paragraph)?.recall).toBe(reader.recall);
    expect(reader.recall).toBeLessThan(today[0]);
    expect(reader.known.get(cited.section)).toBeLessThan(today[1]);
    reader.ahead = 0;
    expect([reader.recall, reader.known.get(cited.section)]).toEqual(today);
    expect(reader.marks.get(cited.paragraph)?.level).toBe(5);

    reader.showMap(false);
    expect(reader.marks.size).toBe(0);
    const again = new Reader(recite, text);
    again.arrive(at('/read'), null);
    await again.load();
    expect(again.mapOn).toBe(false);
  });

  test('shows cited words alone, until they are cleared', async () => {
    const { recite, reader } = await opened();
    const card = cardId(bank.id, bank.questions[0]!.id);
    await recite.record({ kind: 'review', card, rating: 4, duration: 1 });
    await reader.load();
    reader.arrive(at(`/read?mark=${cited.start}-${cited.end}#${cited.paragraph}`), '/study');
    expect(reader.quote).toBe(cited.exact);
    expect(reader.citedFrom).toBe('/study');
    expect(reader.marks.size).toBe(0);
    reader.clearCited();
    expect(reader.quote).toBe('');
    expect(reader.marks.size).toBe(paragraphs.length);
  });

  test('offers the place where reading stopped, not one that was looked up', async () => {
    const { recite, reader } = await opened();
    const [first, , third, fourth] = paragraphs;
    reader.arrive(at('/read'), null);
    expect(reader.resume).toBeNull();
    reader.reached(first!);
    expect(device.size).toBe(0);
    reader.reached(third!);
    reader.arrive(at(`/read?mark=${cited.start}-${cited.end}#${cited.paragraph}`), null);
    reader.reached(fourth!);
    expect(reader.place).toBe(fourth);

    const next = new Reader(recite, text);
    next.arrive(at('/read'), null);
    expect(next.resume?.paragraph).toBe(third);
    next.arrive(at(`/read#${first}`), null);
    expect(next.resume).toBeNull();
  });

  test('tells how each question of a paragraph stands', async () => {
    const { recite, reader } = await opened();
    const card = cardId(bank.id, bank.questions[0]!.id);
    await recite.record({ kind: 'review', card, rating: 1, duration: 1 });
    await reader.load();
    const standings = reader.questionsOn(cited.paragraph)!;
    expect(standings).toHaveLength(readerData(packBank(bank)).questions[cited.paragraph]!);
    expect(standings[0]).toMatchObject({ standing: { kind: 'learning' } });
    expect(standings.slice(1).every(({ standing }) => standing.kind === 'new')).toBe(true);
    // In the margin, what wants to be looked at stands first; nothing is left out.
    const notes = reader.notes.get(cited.paragraph)!;
    expect(notes[0]).toMatchObject({ card, standing: { kind: 'learning' } });
    expect(new Set(notes)).toEqual(new Set(standings));
  });

  test('says when the journal cannot be read', async () => {
    const store = { ...memoryStore(), cards: () => Promise.resolve(err(FAILURES.closed)) };
    const { reader } = await opened(store);
    await reader.load();
    expect(reader.failure).toEqual(FAILURES.closed);
    expect(reader.studied).toBe(false);
  });
});

describe('the search in the document', () => {
  const word = cited.exact.split(' ').find((each) => each.length > 4)!;

  test('goes round through all it finds, beginning where one reads', () => {
    const search = new DocumentSearch(text);
    search.look(word, null);
    const count = search.hits.length;
    expect(count).toBeGreaterThan(0);
    expect(search.current).toEqual(search.hits[0]);
    search.step(-1);
    expect(search.current).toEqual(search.hits[count - 1]);
    search.step(1);
    expect(search.current).toEqual(search.hits[0]);
    search.look(word, search.hits[count - 1]!.block);
    expect(search.current!.block).toEqual(search.hits[count - 1]!.block);
    search.clear();
    expect([search.current, search.hits.length]).toEqual([null, 0]);
  });

  test('finds headings too, and begins anew where nothing follows', () => {
    const search = new DocumentSearch(text);
    const { id, heading } = text.sections[0]!;
    search.look(heading, paragraphs.at(-1)!);
    expect(search.current).toEqual({ block: `${id}-heading`, start: 0, end: heading.length });
  });
});
