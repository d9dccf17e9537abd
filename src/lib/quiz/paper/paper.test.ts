import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largeBank, smallBank } from '../../bank/check/fixtures/index.ts';
import { FALSE, searchedFor, shownWith, TRUE, type Question } from '../../bank/index.ts';
import { sentences } from '../../document/index.ts';
import { gradeResponse, type Response } from '../../grading/index.ts';
import { assembleQuiz, eligible, EVERYTHING, type Recipe } from '../assemble.ts';
import { letterOf } from './form.ts';
import { MOST_ON_PAPER, paperOf } from './paper.ts';
import type { KeyEntry, PaperQuestion, Version } from './types.ts';

const small = smallBank();
const large = largeBank();

function recipe(seed: string, length = 20, bank = large.id): Recipe {
  return { ...EVERYTHING, bank, length, seed };
}

function asked({ questions }: Version): string[] {
  return questions.map(({ id }) => id);
}

/** What somebody answers who marks what the key says, read off the paper itself. */
function marked(question: Question, { form }: PaperQuestion, { mark }: KeyEntry): Response {
  switch (form.kind) {
    case 'tick': {
      const letters = mark.split(', ');
      const texts = form.options
        .filter(({ letter }) => letters.includes(letter))
        .map(({ text }) => text);
      if (question.type === 'truefalse') {
        expect([[TRUE], [FALSE]]).toContainEqual(texts);
        return { kind: 'truth', value: texts[0] === TRUE };
      }
      return form.several ? { kind: 'options', texts } : { kind: 'option', text: texts[0]! };
    }
    case 'order': {
      const places = mark.split(' ').map((one) => Number(/\d+$/.exec(one)));
      const items = form.items.map((_, place) => form.items[places.indexOf(place + 1)]!);
      return { kind: 'sequence', items: items.map(({ text }) => text) };
    }
    case 'match': {
      const pairs = mark.split(' ').map((one) => {
        const [, row, letter] = /^(\d+)([A-Z]+)$/.exec(one)!;
        const partner = form.partners.find((item) => item.letter === letter)!;
        return { left: form.rows[Number(row) - 1]!, right: partner.text };
      });
      return { kind: 'pairs', pairs };
    }
    case 'sentences': {
      const numbers = mark.split(', ').map(Number);
      const texts = form.paragraphs.flat().filter(({ number }) => numbers.includes(number));
      expect(texts).toHaveLength(form.count);
      const spans = texts.flatMap(({ text }) =>
        small.document.sections
          .flatMap(({ paragraphs }) => paragraphs)
          .flatMap((paragraph) =>
            sentences(paragraph.text)
              .filter((sentence) => sentence.text === text)
              .map(({ start, end }) => ({ paragraph: paragraph.id, start, end })),
          ),
      );
      return { kind: 'passage', spans };
    }
    default:
      return question.type === 'open'
        ? { kind: 'judged', verdict: 'right', text: '' }
        : { kind: 'typed', text: 'answer' in question ? String(question.answer) : '' };
  }
}

describe('a quiz on paper', () => {
  test('has the same questions in each version, once each', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (seed, length) => {
        const { versions } = paperOf(large, recipe(seed, length), 3);
        const first = asked(versions[0]!).sort();
        expect(new Set(first).size).toBe(first.length);
        for (const version of versions) expect(asked(version).sort()).toEqual(first);
      }),
      { numRuns: 20 },
    );
  });

  test('has no question under the same number in two versions', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 4, max: 20 }), (seed, length) => {
        const [a, b, c] = paperOf(large, recipe(seed, length), 3).versions.map(asked);
        for (const [place, id] of a!.entries()) {
          expect(new Set([id, b![place], c![place]]).size).toBe(3);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('is the same for the same seed, and for another seed another', () => {
    expect(paperOf(large, recipe('a'), 3)).toEqual(paperOf(large, recipe('a'), 3));
    expect(paperOf(large, recipe('a'), 3)).not.toEqual(paperOf(large, recipe('b'), 3));
    // Fewer versions change nothing about the first ones.
    const [alone] = paperOf(large, recipe('a'), 1).versions;
    expect(paperOf(large, recipe('a'), 3).versions[0]).toEqual(alone);
  });

  test('asks in version A as the screen does: the same order, the same options', () => {
    const asIs = recipe('a', 50, small.id);
    const questions = assembleQuiz(small, asIs);
    const [version] = paperOf(small, asIs, 2).versions as [Version];
    expect(asked(version)).toEqual(questions.map(({ id }) => id));
    for (const [place, { form }] of version.questions.entries()) {
      const question = questions[place]!;
      const { options } = shownWith(question, `${asIs.seed}/${question.id}`);
      if (form.kind === 'tick') expect(form.options.map(({ text }) => text)).toEqual(options);
    }
  });

  test('puts a question at each place about equally often', () => {
    const length = 5;
    const counts = Array.from({ length }, () => Array<number>(length).fill(0));
    const runs = 400;
    for (let run = 0; run < runs; run++) {
      const [a, b] = paperOf(large, recipe(`run ${run}`, length), 2).versions.map(asked);
      for (const [place, id] of b!.entries()) counts[a!.indexOf(id)]![place]!++;
    }
    // Each has four places to go to: 100 times each is expected, with a deviation of 8.7.
    for (const [own, places] of counts.entries()) {
      for (const [place, count] of places.entries()) {
        if (place === own) expect(count).toBe(0);
        else expect(Math.abs(count - runs / 4)).toBeLessThan(45);
      }
    }
  });

  test('puts the right option at each letter about equally often', () => {
    const counts = new Map<string, number>();
    for (let run = 0; run < 300; run++) {
      const founder = { ...recipe(`run ${run}`, 1, small.id), only: ['founder'] };
      const mark = paperOf(small, founder, 2).versions[1]!.key[0]!.mark;
      counts.set(mark, (counts.get(mark) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['A', 'B', 'C']);
    for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(40);
  });

  test('is marked right by its key, in each version, whatever the type', () => {
    const questions = new Map(eligible(small).map((question) => [question.id, question]));
    fc.assert(
      fc.property(fc.string(), (seed) => {
        for (const version of paperOf(small, recipe(seed, 50, small.id), 3).versions) {
          for (const [place, one] of version.questions.entries()) {
            const entry = version.key[place]!;
            expect([entry.number, entry.id]).toEqual([one.number, one.id]);
            const question = questions.get(one.id)!;
            const response = marked(question, one, entry);
            expect(gradeResponse(question, response).verdict).toBe('right');
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test('quotes the very words of the document, with their place', () => {
    const texts = new Map(
      small.document.sections.map(({ heading, paragraphs }) => [heading, paragraphs]),
    );
    const [{ key }] = paperOf(small, recipe('a', 50, small.id), 1).versions as [Version];
    for (const { sources } of key) {
      expect(sources.length).toBeGreaterThan(0);
      for (const { exact, section, paragraph } of sources) {
        expect(texts.get(section)![paragraph - 1]!.text).toContain(exact);
      }
    }
  });

  test('tells the answer sheet what each question needs', () => {
    const [version] = paperOf(small, recipe('a', 50, small.id), 1).versions as [Version];
    for (const [place, row] of version.rows.entries()) {
      const { number, form } = version.questions[place]!;
      expect(row.number).toBe(number);
      if (form.kind === 'tick') {
        expect(row).toMatchObject({
          kind: 'bubbles',
          letters: form.options.map(({ letter }) => letter),
        });
      }
    }
    const kinds = new Set(version.rows.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['boxes', 'bubbles', 'elsewhere', 'line', 'sentence']);
  });

  test('shows evidence among the sentences around it, each with a number', () => {
    const paper = paperOf(small, { ...recipe('a', 1, small.id), types: ['evidence'] }, 1);
    const { form, id } = paper.versions[0]!.questions[0]!;
    if (form.kind !== 'sentences') throw new Error('no sentences');
    const question = eligible(small).find((one) => one.id === id)!;
    if (question.type !== 'evidence') throw new Error('no evidence');
    expect(form.paragraphs.flat().map(({ number }) => number)).toEqual(
      form.paragraphs.flat().map((_, index) => index + 1),
    );
    expect(form.paragraphs.flat()).toHaveLength(
      searchedFor(question, small.document, 0).flatMap((one) => one.sentences).length,
    );
  });

  test('lists the words for the gaps, each once', () => {
    const [version] = paperOf(small, recipe('a', 50, small.id), 1).versions as [Version];
    const gaps = eligible(small).flatMap((one) => (one.type === 'cloze' ? one.answer : []));
    expect([...version.words].sort()).toEqual([...new Set(gaps)].sort());
  });

  test('gives as many points in each version as in all', () => {
    const paper = paperOf(small, recipe('a', 50, small.id), 3);
    for (const { questions, key } of paper.versions) {
      expect(questions.reduce((sum, { points }) => sum + points, 0)).toBe(paper.points);
      expect(key.reduce((sum, { points }) => sum + points, 0)).toBe(paper.points);
    }
  });

  test('is no longer than a class can answer', () => {
    const many = paperOf(large, recipe('a', 1000), 1).versions[0]!;
    expect(many.questions.length).toBeLessThanOrEqual(MOST_ON_PAPER);
    expect(paperOf(large, { ...recipe('a'), only: ['nothing'] }, 3).points).toBe(0);
  });

  test('letters as a spreadsheet does', () => {
    expect([0, 1, 25, 26, 27, 52].map(letterOf)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'BA']);
  });
});
