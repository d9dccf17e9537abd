import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenQuestion } from '../bank/index.ts';
import { foldSession, type LiveEvent, type Settings } from '../classroom/index.ts';
import { marksOf, PLAN, record, RIGHT, sheet, WRONG } from './fixture.ts';
import {
  gradedSheet,
  readClassFile,
  recordOf,
  SOURCES,
  studentsOf,
  withName,
  withoutSheets,
  withRecord,
  withSheets,
  writeClasses,
  writeRecord,
  type ClassRecord,
  type Sheet,
} from './index.ts';

function added(to: ClassRecord, ...sheets: readonly Sheet[]): ClassRecord {
  const merged = withSheets(to, sheets);
  if (!merged.ok) throw new Error(merged.error.message);
  return merged.value;
}

describe('the record of a live session', () => {
  const settings: Settings = {
    title: 'Tuesday',
    names: 'typed',
    roster: [],
    pace: 'together',
    limit: null,
    speed: false,
    confidence: true,
    teams: [],
  };
  type Told = LiveEvent extends infer One
    ? One extends LiveEvent
      ? Omit<One, 'n' | 'at'>
      : never
    : never;
  const session = (...told: readonly Told[]) => {
    const created = { kind: 'created', session: 'live-1', settings, plan: PLAN } as const;
    return foldSession([created, ...told].map((one, at) => ({ ...one, n: at + 1, at: 1000 * at })));
  };
  const joined = (seat: string, name: string) =>
    ({ kind: 'joined', seat, key: seat, name, status: 'in' }) as const;
  const opened = (place: number, vote: 1 | 2 = 1) =>
    ({ kind: 'opened', place, vote, seed: 'x' }) as const;
  const answered = (seat: string, place: number, from: typeof RIGHT, vote: 1 | 2 = 1) =>
    ({
      kind: 'answered',
      seat,
      place,
      vote,
      response: from[place]!.response,
      confidence: 'sure',
    }) as const;

  it('has a sheet for everyone who is in, with what counts, and the first of two votes', () => {
    const made = recordOf(
      session(
        joined('a', 'Ana'),
        joined('b', 'Ben'),
        { kind: 'joined', seat: 'c', key: 'c', name: 'Cem', status: 'waiting' },
        opened(0),
        answered('a', 0, WRONG),
        answered('b', 0, WRONG),
        { kind: 'closed' },
        { kind: 'discussed' },
        opened(0, 2),
        answered('a', 0, RIGHT, 2),
        { kind: 'closed' },
        { kind: 'revealed' },
        opened(1),
        answered('b', 1, RIGHT),
      ),
      500,
    );
    expect(made).toMatchObject({ id: 'live-1', title: 'Tuesday', at: 500 });
    expect(made.sheets.map(({ id, name }) => [id, name])).toEqual([
      ['live/live-1/a', 'Ana'],
      ['live/live-1/b', 'Ben'],
    ]);
    const [ana, ben] = made.sheets.map(({ answers }) => answers);
    expect(ana![0]).toMatchObject({
      grade: { verdict: 'right' },
      confidence: 'sure',
      first: { grade: { verdict: 'wrong' }, elapsed: 1000 },
    });
    // Ben did not vote again: his first answer counts.
    expect(ben![0]).toMatchObject({
      grade: { verdict: 'wrong' },
      first: { grade: { verdict: 'wrong' } },
    });
    expect(ben![1]).toMatchObject({ grade: { verdict: 'right' }, first: null });
    expect([ana![1], ana![2], ben![2]]).toEqual([null, null, null]);
  });
});

describe('a question that the teacher skipped', () => {
  it('counts for nobody', () => {
    const settings: Settings = {
      ...{ title: '', names: 'typed', roster: [], pace: 'together', limit: null },
      ...{ speed: false, confidence: false, teams: [] },
    };
    const answer = (place: number) => ({ response: RIGHT[place]!.response, confidence: null });
    const told = [
      { kind: 'created', session: 'live-2', settings, plan: PLAN },
      { kind: 'joined', seat: 'a', key: 'a', name: 'Ana', status: 'in' },
      { kind: 'opened', place: 0, vote: 1, seed: 'x' },
      { kind: 'answered', seat: 'a', place: 0, vote: 1, ...answer(0) },
      { kind: 'opened', place: 1, vote: 1, seed: 'x' },
      { kind: 'answered', seat: 'a', place: 1, vote: 1, ...answer(1) },
    ] as const;
    const made = recordOf(foldSession(told.map((one, at) => ({ ...one, n: at + 1, at }))), 0);
    expect(marksOf(made.sheets[0]!.answers)).toBe('-r-');
  });
});

describe('an answer in one’s own words', () => {
  it('is in the record with its words, and with who marked it', () => {
    const settings: Settings = {
      ...{ title: '', names: 'typed', roster: [], pace: 'together', limit: null },
      ...{ speed: false, confidence: false, teams: [] },
    };
    const [first] = PLAN;
    const { type: _, ...rest } = first!.question;
    const question = { ...rest, type: 'open', answer: 'So' } as OpenQuestion;
    const wrote = (text: string) =>
      ({ response: { kind: 'written', text }, confidence: null }) as const;
    const join = (seat: string) =>
      ({ kind: 'joined', seat, key: seat, name: seat, status: 'in' }) as const;
    const mark = { kind: 'marked', place: 0, vote: 1 } as const;
    const told = [
      { kind: 'created', session: 'live-3', settings, plan: [{ ...first!, question }] },
      ...['a', 'b', 'c'].map(join),
      { kind: 'opened', place: 0, vote: 1, seed: 'x' },
      ...['a', 'b', 'c'].map(
        (seat) =>
          ({ kind: 'answered', seat, place: 0, vote: 1, ...wrote(`said ${seat}`) }) as const,
      ),
      { kind: 'closed' },
      { kind: 'revealed' },
      { ...mark, seats: ['a'], verdict: 'partly', by: 'self' },
      { ...mark, seats: ['b'], verdict: 'right', by: 'teacher' },
    ] as const;
    const made = recordOf(foldSession(told.map((one, at) => ({ ...one, n: at + 1, at }))), 0);
    const given = made.sheets.map(({ answers }) => answers[0]!);
    expect(given.map(({ grade }) => [grade.credit, grade.note])).toEqual([
      [0.5, 'Marked by the student.'],
      [1, undefined],
      [0, 'Nobody has marked this answer.'],
    ]);
    // It comes back from a file as it was.
    expect(readClassFile(writeRecord(made), () => null)).toMatchObject({
      ok: true,
      value: { records: [made] },
    });
  });
});

describe('the sheets of a record', () => {
  it('are graded by the keys of the plan', () => {
    const made = gradedSheet({ source: 'qr', id: 'qr/1', name: 'Ana', at: 5 }, PLAN, [
      { ...RIGHT[0]!, confidence: 'guess', elapsed: 1200 },
      null,
      { response: { kind: 'options', texts: ['One'] } },
    ]);
    expect(made.answers).toEqual([
      {
        response: { kind: 'option', text: 'Right' },
        grade: { verdict: 'right', credit: 1 },
        confidence: 'guess',
        elapsed: 1200,
        first: null,
      },
      null,
      expect.objectContaining({ confidence: null, elapsed: null }),
    ]);
    expect(made.answers[2]!.grade).toMatchObject({ verdict: 'partly', credit: 0.5 });
  });

  it('come again in the place of what they were', () => {
    const before = added(record(), sheet('qr', '1', 'Ana', 'r--'), sheet('qr', '2', 'Ben', 'rrr'));
    const after = added(before, sheet('qr', '1', 'Ana', 'rr-'));
    expect(after.sheets.map(({ id }) => id)).toEqual(['qr/1', 'qr/2']);
    expect(marksOf(after.sheets[0]!.answers)).toBe('rr-');
    expect(added(after, ...after.sheets)).toEqual(after);
  });

  it('are refused with another number of questions, or without a name; nothing is added', () => {
    const long = { ...sheet('qr', '1', 'Ana', 'rrr'), answers: [null] };
    const good = sheet('qr', '2', 'Ben', 'rrr');
    expect(withSheets(record(), [good, long])).toMatchObject({ error: { code: 'other-quiz' } });
    const nameless = { ...good, name: ' \u202e ' };
    expect(withSheets(record(), [nameless])).toMatchObject({ error: { code: 'nameless' } });
  });

  it('have names that are text and nothing else', () => {
    const one = added(record(), { ...sheet('qr', '1', 'x', 'rrr'), name: '<b>\u202eAna\n</b>' });
    expect(one.sheets[0]!.name).toBe('bAna /b');
  });

  it('keep the name that the teacher gave them', () => {
    const named = withName(record(sheet('qr', '1', 'Anna', 'r--')), ['qr/1'], ' Ana  María ');
    if (!named.ok) throw new Error(named.error.message);
    const again = added(named.value, sheet('qr', '1', 'Anna', 'rrr'));
    expect(again.sheets[0]).toMatchObject({ name: 'Ana María', renamed: true });
    expect(marksOf(again.sheets[0]!.answers)).toBe('rrr');
    expect(withName(again, ['qr/1'], '')).toMatchObject({ error: { code: 'nameless' } });
  });

  it('are gone when they are taken out', () => {
    const two = record(sheet('qr', '1', 'Ana', 'rrr'), sheet('qr', '2', 'Ben', 'rrr'));
    expect(withoutSheets(two, ['qr/1']).sheets.map(({ name }) => name)).toEqual(['Ben']);
  });
});

describe('two records of one quiz', () => {
  it('are one: also where the other asked fewer questions, in another order', () => {
    const live = record(sheet('live', 's/1', 'Ana', 'rr-'));
    const cards = {
      ...record(sheet('paper', '4', 'Ben', 'wrr')),
      id: 'cards',
      title: 'Cards',
      plan: [PLAN[2]!, PLAN[0]!],
    };
    const [ben] = cards.sheets;
    const further = {
      ...cards,
      sheets: [{ ...ben!, answers: [ben!.answers[2]!, ben!.answers[0]!] }],
    };
    const both = withRecord(live, further);
    if (!both.ok) throw new Error(both.error.message);
    expect(both.value).toMatchObject({ id: 'record', title: 'Class 4', plan: PLAN });
    expect(both.value.sheets.map(({ answers }) => marksOf(answers))).toEqual(['rr-', 'w-r']);
    expect(withRecord(both.value, further)).toEqual(both);
    expect(withRecord(null, live)).toEqual({ ok: true, value: live });
  });

  it('stay apart where the other has questions that the record has not', () => {
    const plan = [{ ...PLAN[0]!, bank: 'other' }];
    const other = { ...record(), plan };
    expect(withRecord(record(), other)).toMatchObject({ error: { code: 'other-quiz' } });
  });
});

describe('the students of a record', () => {
  it('are one where the name is one, whichever way the answers came; live counts first', () => {
    const [ana, ...others] = studentsOf(
      record(
        sheet('qr', '7', 'ana  MARÍA', 'rrr'),
        sheet('live', 's/1', 'Ana María', 'w--'),
        sheet('paper', '12', 'Ana Maria', '-w-'),
      ),
    );
    expect(others).toEqual([]);
    expect(ana).toMatchObject({ name: 'Ana María', id: 'live/s/1', namesake: false });
    expect(marksOf(ana!.answers)).toBe('wwr');
    expect(ana!.answers.map((answer) => answer?.source)).toEqual(['live', 'paper', 'qr']);
    expect(ana!.answers.map((answer) => answer?.others.map(({ source }) => source))).toEqual([
      ['qr'],
      ['qr'],
      [],
    ]);
  });

  it('are two where one source has the name twice', () => {
    const rows = studentsOf(
      record(
        sheet('qr', '1', 'Ana', 'rrr'),
        sheet('qr', '2', 'Ana', 'www'),
        sheet('live', 's/1', 'Ana', 'r--'),
      ),
    );
    expect(rows.map(({ sheets }) => sheets.map(({ id }) => id))).toEqual([
      ['live/s/1', 'qr/1'],
      ['qr/2'],
    ]);
    expect(rows.every(({ namesake }) => namesake)).toBe(true);
  });

  const anySheet = fc
    .tuple(
      fc.constantFrom(...SOURCES),
      fc.constantFrom('1', '2', '3'),
      fc.constantFrom('Ana', 'Ben', 'ána'),
      fc.stringMatching(/^[rw-]{3}$/),
    )
    .map((parts) => sheet(...parts));

  it('have every sheet in exactly one row, and every answer among what counts or the others', () => {
    fc.assert(
      fc.property(fc.array(anySheet, { maxLength: 9 }), (sheets) => {
        const made = added(record(), ...sheets);
        const rows = studentsOf(made);
        const ids = rows.flatMap((row) => row.sheets.map(({ id }) => id));
        expect(ids.toSorted()).toEqual(made.sheets.map(({ id }) => id).toSorted());
        const count = (answers: readonly unknown[]) => answers.filter(Boolean).length;
        const given = made.sheets.reduce((sum, { answers }) => sum + count(answers), 0);
        const shown = rows.flatMap(({ answers }) =>
          answers.map((answer) => (answer ? 1 + answer.others.length : 0)),
        );
        expect(shown.reduce<number>((sum, one) => sum + one, 0)).toBe(given);
      }),
      { numRuns: 60 },
    );
  });

  it('have the same answers in whatever order different sources came in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anySheet, { selector: ({ source }) => source }), (sheets) => {
        const marks = (all: readonly Sheet[]) =>
          studentsOf(added(record(), ...all))
            .map(({ name, answers }) => `${name}${marksOf(answers)}`)
            .toSorted();
        expect(marks(sheets.toReversed())).toEqual(marks(sheets));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a record as a file', () => {
  const readOne = (text: string) => {
    const read = readClassFile(text, () => null);
    return read.ok ? { ok: true, value: read.value.records[0] } : read;
  };
  const whole = record(
    { ...sheet('live', 's/1', 'Ana', 'rw-'), renamed: true },
    sheet('qr', '1', 'Ben', 'rrr'),
  );

  it('is read as it was written', () => {
    expect(readOne(writeRecord(whole))).toEqual({ ok: true, value: whole });
  });

  it.each([
    ['no JSON', 'hello', 'no-record'],
    ['another file', '{"format":"recite-history"}', 'no-record'],
    ['a list', '[]', 'no-record'],
    ['a newer one', '{"format":"recite-class","version":9}', 'newer-record'],
    ['an empty one', '{"format":"recite-class","version":1}', 'broken-record'],
  ])('is refused: %s', (_, text, code) => {
    expect(readOne(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('is refused where any part of a sheet is of another kind', () => {
    const broken = (change: (made: { sheets: Record<string, unknown>[] }) => void) => {
      const copy = JSON.parse(JSON.stringify(whole)) as { sheets: Record<string, unknown>[] };
      change(copy);
      return readOne(JSON.stringify({ format: 'recite-class', version: 1, record: copy }));
    };
    const first = (made: { sheets: Record<string, unknown>[] }) => made.sheets[0]!;
    const answer = (made: { sheets: Record<string, unknown>[] }) =>
      (first(made).answers as Record<string, unknown>[])[0]!;
    expect(broken(() => undefined).ok).toBe(true);
    for (const change of [
      (made: { sheets: Record<string, unknown>[] }) => (first(made).source = 'mail'),
      (made: { sheets: Record<string, unknown>[] }) => (first(made).name = 7),
      (made: { sheets: Record<string, unknown>[] }) => (first(made).id = '<script>'),
      (made: { sheets: Record<string, unknown>[] }) => (first(made).id = made.sheets[1]!.id),
      (made: { sheets: Record<string, unknown>[] }) => (first(made).answers = [null]),
      (made: { sheets: Record<string, unknown>[] }) => (answer(made).response = { kind: 'x' }),
      (made: { sheets: Record<string, unknown>[] }) =>
        (answer(made).grade = { verdict: 'right', credit: 2 }),
      (made: { sheets: Record<string, unknown>[] }) => (answer(made).elapsed = -1),
      (made: { sheets: Record<string, unknown>[] }) => (answer(made).confidence = 'very'),
      (made: { sheets: Record<string, unknown>[] }) => (answer(made).first = 'none'),
    ]) {
      expect(broken(change)).toMatchObject({ error: { code: 'broken-record' } });
    }
  });

  it('can be one of many, with class lists that others know to read', () => {
    const other = { ...whole, id: 'other' };
    const text = writeClasses({ records: [whole, other], lists: ['7b'] });
    const readList = (value: unknown) => (value === '7b' ? '7b' : null);
    const value = { records: [whole, other], lists: ['7b'] };
    expect(readClassFile(text, readList)).toEqual({ ok: true, value });
    const broken = { ok: false, error: { code: 'broken-record' } };
    expect(readClassFile(text, () => null)).toMatchObject(broken);
    expect(readClassFile(text.replace('"at":', '"be":'), readList)).toMatchObject(broken);
    // A record that was exported alone, as ever.
    expect(readClassFile(writeRecord(whole), readList)).toMatchObject({ value: { lists: [] } });
  });
});
