import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRoster, readRoster } from './index.ts';

const HEAD = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Essay (12)'];
const row = (student: string, id: string) => [student, id, `u${id}`, `l${id}`, '4b', '7'];

function roster(...names: readonly string[]) {
  const rows = names.map((name, at) => row(name, String(at + 1)));
  const read = readRoster([HEAD, ['    Points Possible', '', '', '', '', '10'], ...rows]);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const found = (names: readonly string[], ...known: readonly string[]) =>
  matchRoster(names, roster(...known)).map((one) => one?.id ?? null);

describe('the gradebook that Canvas exports', () => {
  it('is read without its scores and its row of points', () => {
    expect(roster('Ramírez, Ana')).toEqual([
      { student: 'Ramírez, Ana', id: '1', user: 'u1', login: 'l1', section: '4b' },
    ]);
  });

  it.each([[[]], [[['Name', 'Score']]], [[['Student', 'Score']]]])(
    'is told from others: %j',
    (rows) => {
      expect(readRoster(rows)).toMatchObject({ ok: false, error: { code: 'no-roster' } });
    },
  );
});

describe('students in a roster', () => {
  it('are found whichever way round their names are, and with fewer of them', () => {
    expect(
      found(['ana ramirez', 'Ben', 'Zoe'], 'Ramírez, Ana', 'Okafor, Benjamin Ben', 'Li, Wen'),
    ).toEqual(['1', '2', null]);
  });

  it('are not guessed where two could be meant', () => {
    expect(found(['Ana'], 'Ruiz, Ana', 'Ortiz, Ana')).toEqual([null]);
    expect(found(['Ana', 'ana'], 'Ruiz, Ana')).toEqual([null, null]);
    expect(found(['Ana', 'Ana Ruiz'], 'Ruiz, Ana', 'Ortiz, Ana')).toEqual(['2', '1']);
    expect(found(['', '…'], 'Ruiz, Ana')).toEqual([null, null]);
  });

  it('are never two of them the same one', () => {
    const name = fc.stringMatching(/^[ab]{1,2}( [abc])?$/);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), fc.array(name, { maxLength: 6 }), (a, b) => {
        const ids = found(a, ...b).filter((id) => id !== null);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 100 },
    );
  });
});
