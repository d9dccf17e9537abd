import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldSession, planOf, type LiveEvent, type Planned } from '../../classroom/index.ts';
import {
  gradedSheet,
  writeRecord,
  type ClassRecord,
  type Ungraded,
} from '../../gradebook/index.ts';
import { smallBank } from '../../bank/check/fixtures/index.ts';
import { read, World } from '../fixture.ts';
import type { Recite } from '../recite.svelte.ts';
import { ClassLists } from '../markers/class-lists.svelte.ts';
import { allClasses } from './all-classes.ts';
import { ClassShelf } from './class-shelf.svelte.ts';
import { RecordDesk } from './record-desk.svelte.ts';
import { answersTable, canvasTable } from './record-tables.ts';
import { gradebook, keepRecord, keepSession, recordHref } from './shelf.svelte.ts';

const bank = smallBank();
const live = ['founder', 'herring'].map((id) => bank.questions.find((one) => one.id === id)!);
const plan: readonly Planned[] = read(planOf(bank, live));
const rightAt = (place: number): Ungraded => {
  const { question } = plan[place]!;
  if (question.type === 'choice') return { response: { kind: 'option', text: question.answer } };
  const key = 'answer' in question ? String(question.answer) : '';
  return { response: { kind: 'typed', text: key }, elapsed: 2500, confidence: 'sure' };
};
const WRONG: Ungraded = { response: { kind: 'typed', text: 'no idea' } };

function record(id: string, ...names: readonly string[]): ClassRecord {
  const sheets = names.map((name, at) =>
    gradedSheet({ source: 'paper', id: `paper/${id}/${at}`, name, at: 5 }, plan, [
      rightAt(0),
      at === 0 ? rightAt(1) : WRONG,
    ]),
  );
  return { id, title: 'Class 4', at: 1000, plan, sheets };
}

let recite: Recite;

beforeEach(async () => {
  recite = await new World(bank).open();
});

/** The gradebook of a page lasts as long as the page: each test takes its own records out of it. */
afterEach(async () => {
  const store = read(await gradebook());
  for (const { id } of read(await store.heads())) {
    read(await store.change(id, () => ({ ok: true, value: null })));
  }
});

async function opened(...names: readonly string[]): Promise<RecordDesk> {
  read(await keepRecord(record('r', ...names)));
  const desk = new RecordDesk(recite);
  await desk.open('r');
  return desk;
}

describe('the list of classes', () => {
  it('is empty at first, and takes in a class file', async () => {
    const shelf = new ClassShelf();
    await shelf.load();
    expect(shelf.heads).toEqual([]);
    // Node has no IndexedDB, as a browser whose storage is forbidden.
    expect(shelf.durable).toBe(false);
    await shelf.takeFile(new Blob(['{}']));
    expect(shelf.failure?.code).toBe('no-record');
    await shelf.takeFile(new Blob([writeRecord(record('r', 'Ana'))]));
    expect(shelf.failure).toBeNull();
    expect(shelf.heads).toMatchObject([{ id: 'r', students: 1, questions: 2 }]);
    expect(shelf.said).toBe('“Class 4” is in the gradebook.');
  });

  it('has a class back that was deleted last', async () => {
    const desk = await opened('Ana');
    expect(await desk.delete()).toBe(true);
    const shelf = new ClassShelf();
    await shelf.load();
    expect(shelf.heads).toEqual([]);
    expect(shelf.deleted?.title).toBe('Class 4');
    await shelf.takeBack();
    expect(shelf.heads).toHaveLength(1);
    expect(shelf.deleted).toBeNull();
  });

  it('goes whole into a file and out of it, with who holds which card', async () => {
    const disk = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => disk.get(key) ?? null,
      setItem: (key: string, text: string) => disk.set(key, text),
    });
    const lists = new ClassLists();
    const list = { id: 'list', name: '7b', students: [{ card: 4, name: 'Ana' }] };
    read(lists.save(list));
    read(await keepRecord(record('r', 'Ana')));
    read(await keepRecord(record('s', 'Ben')));
    const file = read(await allClasses(lists.all)).blob;

    disk.clear();
    const store = read(await gradebook());
    for (const id of ['r', 's']) read(await store.change(id, () => ({ ok: true, value: null })));
    const shelf = new ClassShelf();
    await shelf.load();
    expect(shelf.heads).toEqual([]);
    await shelf.takeFile(file);
    expect(shelf.failure).toBeNull();
    expect(shelf.said).toBe('On this device now: 2 class records and 1 class list of this file.');
    expect(shelf.heads?.map(({ id }) => id).sort()).toEqual(['r', 's']);
    expect(shelf.lists.all).toEqual([list]);
    // A class whose cards were printed anew since then stays as it is; and nothing comes twice.
    const anew = { ...list, students: [{ card: 7, name: 'Ana' }] };
    read(shelf.lists.save(anew));
    await shelf.takeFile(file);
    expect(shelf.lists.all).toEqual([anew]);
    expect(shelf.heads?.map(({ students }) => students)).toEqual([1, 1]);
  });

  it('offers the sessions of the machine behind the page that have answers', async () => {
    const log = sessionLog();
    vi.stubGlobal('localStorage', { getItem: () => 'secret', setItem: () => undefined });
    vi.stubGlobal('fetch', (path: string) =>
      Promise.resolve(
        path === '/live/sessions'
          ? new Response(JSON.stringify({ sessions: ['session-1', 'gone'] }), {
              headers: { 'Content-Type': 'application/json' },
            })
          : new Response(
              path.endsWith('session-1') ? log.map((one) => JSON.stringify(one)).join('\n') : null,
              { status: path.endsWith('session-1') ? 200 : 404 },
            ),
      ),
    );
    const shelf = new ClassShelf();
    await shelf.load();
    expect(shelf.live.map(({ id, title }) => [id, title])).toEqual([['session-1', 'Velm']]);
    await shelf.keepLive('session-1');
    expect(shelf.live).toEqual([]);
    expect(shelf.heads).toMatchObject([{ id: 'session-1', students: 1 }]);
    // A session that was kept and goes on is kept again; nothing is counted twice.
    const again = read(await keepSession('secret', 'session-1'));
    expect(again.sheets).toHaveLength(1);
    expect(recordHref(again.id)).toBe('/class/record#session-1');
  });
});

function sessionLog(): LiveEvent[] {
  const settings = {
    title: 'Velm',
    names: 'typed',
    roster: [],
    pace: 'together',
    limit: null,
    speed: false,
    confidence: false,
    teams: [],
  } as const;
  const { response } = rightAt(0);
  const told = [
    { kind: 'created', session: 'session-1', settings, plan },
    { kind: 'joined', seat: 'a', key: 'k', name: 'Ana', status: 'in' },
    { kind: 'opened', place: 0, vote: 1, seed: 's' },
    { kind: 'answered', seat: 'a', place: 0, vote: 1, response, confidence: null },
  ] as const;
  const log = told.map((one, at) => ({ ...one, n: at + 1, at: 1000 * at }));
  expect(foldSession(log).n).toBe(4);
  return log;
}

describe('a record', () => {
  it('that is not on this device says so', async () => {
    const desk = new RecordDesk(recite);
    await desk.open('none');
    expect(desk.status).toBe('missing');
  });

  it('has its figures, and the document’s shape with what was missed on it', async () => {
    const desk = await opened('Ben', 'Ana');
    expect(desk.mean?.mean).toBe(0.75);
    expect(desk.scores.map(({ student }) => student.name)).toEqual(['Ana', 'Ben']);
    desk.order = 'score';
    expect(desk.scores.map(({ student }) => student.name)).toEqual(['Ben', 'Ana']);
    expect(desk.heat.map(({ id, paragraphs }) => [id, paragraphs.length])).toEqual(
      bank.document.sections.map(({ id, paragraphs }) => [id, paragraphs.length]),
    );
    const asked = desk.heat.flatMap(({ paragraphs }) => paragraphs.filter((one) => one.figures));
    expect(asked.map(({ figures }) => figures?.missed?.share)).toEqual([0, 0.5]);
    expect(asked.every(({ cite }) => cite !== null)).toBe(true);
    desk.sortItems('difficulty');
    expect(desk.items.map(({ question }) => question.id)).toEqual(['1', '0']);
    expect(desk.answerOf(desk.student('paper/r/1')!.student, 1)).toMatchObject({
      number: 2,
      answer: { verdict: 'wrong', source: 'paper', said: [{ text: 'no idea', right: false }] },
    });
  });

  it('of blank sheets alone has the names, and an empty place for each question', async () => {
    const blank = ['Ana', 'Ben'].map((name, at) =>
      gradedSheet({ source: 'paper', id: `paper/r/${at}`, name, at: 5 }, plan, [null, null]),
    );
    const desk = await opened();
    expect(desk.columns).toEqual([]);
    read(await keepRecord({ ...record('r'), sheets: blank }));
    await desk.open('r');
    expect(desk.scores.map(({ student }) => student.name)).toEqual(['Ana', 'Ben']);
    expect(desk.columns).toEqual([0, 1]);
    // Nothing of it counts.
    expect(desk.places).toEqual([]);
    expect(desk.mean).toBeNull();
    expect(desk.scores.every(({ share }) => share === null)).toBe(true);
  });

  it('of another document shows the passages that were asked about, and leads nowhere', async () => {
    const other = record('r', 'Ana');
    read(await keepRecord({ ...other, plan: plan.map((one) => ({ ...one, bank: 'other' })) }));
    const desk = new RecordDesk(recite);
    await desk.open('r');
    const places = desk.heat.flatMap(({ paragraphs }) => paragraphs);
    expect(places.map(({ id }) => id)).toEqual(plan.map(({ passage }) => passage.paragraph));
    expect(places.every(({ cite }) => cite === null)).toBe(true);
  });

  it('is renamed, and so are its students; one can be taken out', async () => {
    const desk = await opened('Ana', 'Ben');
    expect(await desk.rename('  Tuesday ')).toBe(true);
    expect(desk.record?.title).toBe('Tuesday');
    const ben = () => desk.students.find(({ name }) => name === 'Ben')!;
    expect(await desk.renameStudent(ben(), '  ')).toBe(false);
    expect(desk.failure?.code).toBe('nameless');
    expect(await desk.renameStudent(ben(), 'Benjamin')).toBe(true);
    expect(await desk.removeStudent(desk.students[0]!)).toBe(true);
    const kept = new RecordDesk(recite);
    await kept.open('r');
    expect(kept.students.map(({ name }) => name)).toEqual(['Benjamin']);
  });
});

describe('files', () => {
  it('for Canvas have its columns, and the points that can be had in the second row', async () => {
    const desk = await opened('Ana', 'Ben');
    const { columns, rows } = canvasTable(desk.record!, desk.scores, 5);
    expect(columns).toEqual(['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Class 4']);
    expect(rows).toEqual([
      ['Points Possible', '', '', '', '', 5],
      ['Ana', '', '', '', '', 5],
      ['Ben', '', '', '', '', 2.5],
    ]);
    const nobody = { ...desk.scores[0]!, points: 0, answered: 0, share: 0 };
    expect(canvasTable(desk.record!, [nobody], 5).rows[1]).toEqual(['Ana', '', '', '', '', '']);
  });

  it('for Canvas have the IDs of its own list, where that was given', async () => {
    const desk = await opened('Ana Ruiz', 'Ben');
    expect(desk.strangers).toBeNull();
    await desk.takeRoster(new Blob(['Name,Score']));
    expect(desk.failure?.code).toBe('no-roster');
    const list = 'Student,ID,SIS User ID,SIS Login ID,Section\n"Ruiz, Ana",17,u17,ana,4b\n';
    await desk.takeRoster(new Blob([list]));
    expect(desk.strangers).toEqual(['Ben']);
    const roster = [{ student: 'Ruiz, Ana', id: '17', user: 'u17', login: 'ana', section: '4b' }];
    expect(canvasTable(desk.record!, desk.scores, 2, roster).rows.slice(1)).toEqual([
      ['Ruiz, Ana', '17', 'u17', 'ana', '4b', 2],
      ['Ben', '', '', '', '', 1],
    ]);
  });

  it('have every answer, also those that do not count', async () => {
    const both = record('r', 'Ana');
    const qr = { ...both.sheets[0]!, source: 'qr', id: 'qr/1' } as const;
    read(await keepRecord({ ...both, sheets: [...both.sheets, qr] }));
    const desk = new RecordDesk(recite);
    await desk.open('r');
    const { columns, rows } = answersTable(desk.record!, desk.students);
    expect(rows).toHaveLength(4);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    const at = (name: string) => rows.map((row) => row[columns.indexOf(name)]);
    expect(at('counts')).toEqual(['yes', 'no', 'yes', 'no']);
    expect(at('source')).toEqual(['paper', 'qr', 'paper', 'qr']);
    expect(at('seconds')).toEqual(rows.map((row) => (row[2] === 'founder' ? '' : 2.5)));
  });
});
