import { describe, expect, test } from 'vitest';
import type { Bank } from '../bank/index.ts';
import { DEFAULT_SETTINGS, documentMemory, memoryLevel, type CardSnapshot } from './index.ts';

describe('memoryLevel', () => {
  test.each([
    [null, null],
    [0, 0],
    [0.5, 0],
    [0.599, 0],
    [0.6, 1],
    [0.7, 2],
    [0.8, 3],
    [0.9, 4],
    [0.969, 4],
    [0.97, 5],
    [1, 5],
  ])('recall %s is level %s', (recall, level) => {
    expect(memoryLevel(recall)).toBe(level);
  });
});

describe('documentMemory', () => {
  const cite = (paragraph: string) => ({ section: paragraph[0], paragraph });
  const bank = {
    id: 'b',
    document: {
      sections: [
        {
          id: 'a',
          heading: 'First',
          paragraphs: [
            { id: 'a-1', text: 'One.' },
            { id: 'a-2', text: 'Two words.' },
          ],
        },
        { id: 'z', heading: 'Last', paragraphs: [{ id: 'z-1', text: 'End' }] },
      ],
    },
    questions: [
      { id: 'q1', cites: [cite('a-1')] },
      { id: 'q2', cites: [cite('a-1'), cite('z-1')] },
      { id: 'q3', cites: [cite('z-1')] },
    ],
  } as unknown as Bank;

  function answered(id: string, lastDay: number): CardSnapshot {
    const schedule = { phase: 'review', memory: { stability: 10, difficulty: 5 }, lastDay };
    return { card: `b/${id}`, schedule } as unknown as CardSnapshot;
  }

  test('before the first answer nothing is met', () => {
    const memory = documentMemory(bank, [], 100, DEFAULT_SETTINGS);
    expect(memory).toMatchObject({ paragraphs: 3, met: 0, recall: null });
    expect(memory.sections.map(({ cards, seen, recall }) => [cards, seen, recall])).toEqual([
      [2, 0, null],
      [1, 0, null],
    ]);
    expect(memory.sections[0]!.strokes).toEqual([
      { paragraph: 'a-1', length: 4, level: null, recall: null },
      { paragraph: 'a-2', length: 10, level: null, recall: null },
    ]);
  });

  test('an answer lights every paragraph that its card cites, and counts for its own section', () => {
    const memory = documentMemory(bank, [answered('q2', 90)], 100, DEFAULT_SETTINGS);
    // Ten days after a review with a stability of ten days: 90 % by definition.
    expect(memory.recall).toBeCloseTo(0.9, 6);
    expect(memory.met).toBe(2);
    const [first, last] = memory.sections;
    expect(first).toMatchObject({ cards: 2, seen: 1 });
    expect(last).toMatchObject({ cards: 1, seen: 0, recall: null });
    expect(last!.strokes[0]!.level).not.toBeNull();
  });

  test('what was answered today glows fully', () => {
    const memory = documentMemory(bank, [answered('q3', 100)], 100, DEFAULT_SETTINGS);
    expect(memory.sections[1]!.strokes[0]!.level).toBe(5);
  });
});
