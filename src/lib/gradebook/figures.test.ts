import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAN, record, RIGHT, sheet, WRONG } from './fixture.ts';
import {
  countedPlaces,
  gradedSheet,
  meanOf,
  passageFigures,
  questionFigures,
  scoreOf,
  SOURCES,
  studentsOf,
  type Sheet,
  type SheetAnswer,
} from './index.ts';
import { studentT } from './scores.ts';

/** @param marks of each student, as `sheet` takes them */
function figures(...marks: readonly string[]) {
  const sheets = marks.map((mark, at) => sheet('live', `s/${at}`, `Student ${at}`, mark));
  const made = record(...sheets);
  const students = studentsOf(made);
  const places = countedPlaces(students);
  return { made, students, places, scores: students.map((one) => scoreOf(one, places)) };
}

describe('scores', () => {
  it('count the questions that anybody answered; what a student left open is wrong', () => {
    const { places, scores } = figures('rr-', 'r--', 'ww-');
    expect(places).toEqual([0, 1]);
    expect(scores.map(({ points, answered, share }) => [points, answered, share])).toEqual([
      [2, 2, 1],
      [1, 1, 0.5],
      [0, 2, 0],
    ]);
  });

  it('are not known where nothing counts', () => {
    const { places, scores } = figures('---');
    expect(places).toEqual([]);
    expect(scores[0]!.share).toBeNull();
    expect(meanOf(scores)).toBeNull();
    expect(countedPlaces([])).toEqual([]);
  });

  it('have a mean with its interval: 3 students at 0, ½ and 1, by hand', () => {
    // Mean ½, standard deviation ½: ½ ± 4.303 × ½ / √3 reaches beyond both ends.
    expect(meanOf(figures('rr-', 'r--', 'ww-').scores)).toEqual({
      count: 3,
      mean: 0.5,
      low: 0,
      high: 1,
    });
    // 10 students, half at 1 and half at ½: deviation 0.2635, ± 2.262 × 0.2635 / √10 = 0.1885.
    const ten = meanOf(figures(...'rr- r-- '.repeat(5).trim().split(' ')).scores)!;
    expect(ten.mean).toBe(0.75);
    expect(ten.low).toBeCloseTo(0.5615, 4);
    expect(ten.high).toBeCloseTo(0.9385, 4);
  });

  it('of one student have no interval; who answered nothing is not in the mean', () => {
    expect(meanOf(figures('rr-', '---').scores)).toEqual({
      count: 1,
      mean: 1,
      low: null,
      high: null,
    });
  });

  it.each([
    [1, 12.706],
    [10, 2.228],
    [11, 2.201],
    [15, 2.131],
    [29, 2.045],
    [100, 1.984],
    [1000, 1.962],
  ])('take the t of %i degrees of freedom as %f, as tables have it', (freedom, point) => {
    expect(studentT(freedom)).toBeCloseTo(point, 3);
  });
});

describe('questions', () => {
  it('have their statistics from those who answered', () => {
    const { made, students } = figures('rr-', 'wr-', 'w--');
    const [way, flat, ...none] = questionFigures(made, students);
    expect(none).toEqual([]);
    expect(way).toMatchObject({
      place: 0,
      missing: 0,
      votes: null,
      confidence: null,
      statistics: { count: 3, right: 1, wrong: 2 },
    });
    expect(way!.statistics.options.map(({ text, count }) => [text, count])).toEqual([
      ['Right', 1],
      ['Left', 2],
      ['Up', 0],
    ]);
    expect(flat).toMatchObject({ place: 1, missing: 1, statistics: { count: 2, right: 2 } });
  });

  const voted = (id: string, first: SheetAnswer | null, now: SheetAnswer): Sheet => ({
    ...sheet('live', id, `Student ${id}`, '---'),
    answers: [null, { ...now, first }, null],
  });
  const answer = (from: typeof RIGHT) =>
    gradedSheet({ source: 'live', id: 'x', name: 'x', at: 0 }, PLAN, [null, from[1]!]).answers[1]!;
  const [right, wrong] = [answer(RIGHT), answer(WRONG)];

  it('that were voted on twice show both votes, and who changed their mind', () => {
    const made = record(
      voted('1', wrong, right),
      voted('2', wrong, right),
      voted('3', right, wrong),
      voted('4', wrong, wrong),
      // Came in between.
      voted('5', null, right),
    );
    const [flat] = questionFigures(made, studentsOf(made));
    expect(flat).toMatchObject({
      place: 1,
      statistics: { count: 5, right: 3 },
      votes: {
        before: { count: 4, right: 1, question: '1' },
        stayedRight: 0,
        becameRight: 2,
        becameWrong: 1,
        stayedWrong: 1,
      },
    });
  });

  it('say how sure the class was, where it was asked', () => {
    const sure = { ...wrong, confidence: 'sure' } as const;
    const guess = { ...right, confidence: 'guess' } as const;
    const made = record(voted('1', null, sure), voted('2', null, sure), voted('3', null, guess));
    const [flat] = questionFigures(made, studentsOf(made));
    expect(
      flat!.confidence!.steps.map(({ confidence, count, right: hits }) => [
        confidence,
        count,
        hits,
      ]),
    ).toEqual([
      ['guess', 1, 1],
      ['sure', 2, 0],
    ]);
  });

  it('tell who knows from who does not by the other questions of the same student', () => {
    const plan = Array.from({ length: 6 }, () => PLAN[0]!);
    const sheets = Array.from({ length: 12 }, (_, at) =>
      gradedSheet(
        { source: 'live', id: `live/s/${at}`, name: `Student ${at}`, at: 0 },
        plan,
        plan.map((_, place) => (at < 6 !== (place === 5) ? RIGHT[0]! : WRONG[0]!)),
      ),
    );
    const made = { ...record(...sheets), plan };
    const found = questionFigures(made, studentsOf(made)).map(
      ({ statistics }) => statistics.discrimination.correlation!,
    );
    // The last one goes against all others.
    expect(found[5]).toBeCloseTo(-1);
    expect(Math.min(...found.slice(0, 5))).toBeGreaterThan(0.9);
  });
});

describe('passages', () => {
  it('are those that the questions rest on, with the share that missed them', () => {
    const { made, students } = figures('rr-', 'wr-', 'w--');
    const same = {
      ...made,
      plan: [PLAN[0]!, PLAN[1]!, { ...PLAN[2]!, passage: PLAN[0]!.passage }],
    };
    const found = passageFigures(same, students);
    expect(found.map(({ places, missed }) => [places, missed?.passed, missed?.count])).toEqual([
      [[0, 2], 2, 3],
      [[1], 0, 2],
    ]);
    expect(passageFigures(made, students)[2]).toMatchObject({ places: [2], missed: null });
  });
});

describe('whatever was handed in', () => {
  const anySheets = fc.uniqueArray(
    fc
      .tuple(
        fc.constantFrom(...SOURCES),
        fc.constantFrom('1', '2', '3', '4'),
        fc.constantFrom('Ana', 'Ben', 'Cem'),
        fc.stringMatching(/^[rw-]{3}$/),
      )
      .map((parts) => sheet(...parts)),
    { selector: ({ id }) => id, maxLength: 8 },
  );

  it('is counted within bounds, and the same in whatever order it came', () => {
    fc.assert(
      fc.property(anySheets, (sheets) => {
        const made = record(...sheets);
        const students = studentsOf(made);
        const places = countedPlaces(students);
        const scores = students.map((one) => scoreOf(one, places));
        for (const { points, answered, share } of scores) {
          expect(points).toBeLessThanOrEqual(answered);
          expect(answered).toBeLessThanOrEqual(places.length);
          if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
        }
        const mean = meanOf(scores);
        if (mean?.low != null) {
          expect(mean.low).toBeLessThanOrEqual(mean.mean);
          expect(mean.high).toBeGreaterThanOrEqual(mean.mean);
        }
        expect(meanOf(scores.toReversed())).toEqual(mean);
        for (const one of questionFigures(made, students)) {
          expect(one.statistics.count + one.missing).toBe(students.length);
        }
        expect(questionFigures(made, students.toReversed())).toEqual(
          questionFigures(made, students),
        );
      }),
      { numRuns: 60 },
    );
  });
});
