import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { planOf } from '../../classroom/index.ts';
import { studentsOf, type ClassRecord } from '../../gradebook/index.ts';
import { smallBank } from '../../bank/check/fixtures/index.ts';
import { isForCards, optionsFor } from '../../markers/index.ts';
import { read, World } from '../fixture.ts';
import { gradebook, keepRecord } from '../gradebook/shelf.svelte.ts';
import { SweepDesk } from './sweep.svelte.ts';

const bank = smallBank();
const plan = read(planOf(bank, bank.questions.filter(isForCards)));
const NAMES = ['Ana', 'Ben'];

/** A record of a live class in which nobody answered. */
function record(id: string): ClassRecord {
  const answers = plan.map(() => null);
  const sheets = NAMES.map((name, at) => ({
    ...({ source: 'live', id: `live/${id}/${at}`, name, at: 5, answers } as const),
  }));
  return { id, title: `Class ${id}`, at: 1000, plan, sheets };
}

const names = async (id: string) => {
  const found = read(await read(await gradebook()).record(id));
  return found && studentsOf(found).filter(({ answers }) => answers.some(Boolean));
};

let desk: SweepDesk;

beforeEach(async () => {
  const disk = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => disk.get(key) ?? null,
    setItem: (key: string, text: string) => disk.set(key, text),
    removeItem: (key: string) => disk.delete(key),
  });
  desk = new SweepDesk(await new World(bank).open());
  const students = NAMES.map((name, at) => ({ name, card: at + 1 }));
  read(desk.lists.save({ id: 'list', name: '7b', students }));
});

afterEach(async () => {
  const store = read(await gradebook());
  for (const { id } of read(await store.heads())) {
    read(await store.change(id, () => ({ ok: true, value: null })));
  }
});

const others = () => desk.home.othersFor(desk.session!).map(({ id }) => id);

async function asked(of: string): Promise<void> {
  await desk.open();
  desk.begin({ list: 'list', record: of, section: '', length: 5 });
  const { question } = desk.question!;
  const right = optionsFor(question, desk.session!.seed).find((option) => option.right)!;
  desk.setLetter(1, right.letter);
  desk.end();
  await vi.waitFor(() => expect(desk.home.saved).not.toBeNull());
}

describe('paper cards', () => {
  it('in a class that was led live go into its record, beside what the phones said', async () => {
    read(await keepRecord(record('a')));
    await asked('a');
    expect(desk.home.saved?.id).toBe('a');
    expect(desk.answered).toBe(1);
    const [ana] = (await names('a'))!;
    expect(ana?.sheets.map(({ source }) => source)).toEqual(['live', 'paper']);
    expect(ana?.answers.find(Boolean)).toMatchObject({ source: 'paper', grade: { credit: 1 } });
  });

  it('can go into another record of the same questions when all is over', async () => {
    read(await keepRecord(record('a')));
    read(await keepRecord(record('b')));
    await asked('a');
    expect(others()).toEqual(['b']);
    await desk.move('b');
    expect(desk.home.saved?.id).toBe('b');
    expect(await names('a')).toEqual([]);
    expect(await names('b')).toHaveLength(1);
    // As it was left: kept once more after a reload, they are where they were moved to.
    await desk.open();
    await desk.keep();
    expect(await names('a')).toEqual([]);
  });

  it('of new questions have a record of their own, and leave none behind', async () => {
    await asked('');
    const own = desk.home.saved!.id;
    expect(others()).toEqual([]);
    read(await keepRecord({ ...record('c'), plan: desk.session!.plan }));
    await desk.keep();
    expect(others()).toEqual(['c']);
    await desk.move('c');
    expect(await names(own)).toBeNull();
    expect(await names('c')).toHaveLength(1);
  });
});
