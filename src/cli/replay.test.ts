import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'recite-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(content: string, ...more: string[]) {
  const file = join(folder, 'log.json');
  writeFileSync(file, content);
  let stdout = '';
  let stderr = '';
  const io = {
    stdout: (text: string) => void (stdout += text),
    stderr: (text: string) => void (stderr += text),
  };
  const code = await main(['replay', file, ...more], io);
  return { code, stdout, stderr };
}

describe('recite replay', () => {
  it('gives the published memory state of six reviews', async () => {
    // ts-fsrs, py-fsrs and fsrs-rs agree on it: FSRS-6, default parameters.
    const ratings = [1, 3, 3, 3, 3, 3];
    const days = [0, 0, 1, 3, 8, 21];
    const reviews = ratings.map((rating, index) => ({
      card: 'a',
      rating,
      elapsedDays: days[index],
    }));
    const { code, stdout } = await run(JSON.stringify({ parameters: null, reviews }), '--json');
    expect(code).toBe(0);
    const { cards } = JSON.parse(stdout) as {
      cards: { id: string; steps: { stability: number; difficulty: number }[] }[];
    };
    expect(cards).toHaveLength(1);
    expect(cards[0]!.steps).toHaveLength(6);
    expect(cards[0]!.steps[5]!.stability).toBeCloseTo(53.62691, 3);
    expect(cards[0]!.steps[5]!.difficulty).toBeCloseTo(6.3574867, 4);
  });

  it('keeps cards apart, in the order of their first review', async () => {
    const reviews = [
      { card: 'b', rating: 3, elapsedDays: 0 },
      { card: 'a', rating: 1, elapsedDays: 0 },
      { card: 'b', rating: 3, elapsedDays: 2 },
    ];
    const { stdout } = await run(JSON.stringify({ reviews }), '--json');
    const { cards } = JSON.parse(stdout) as { cards: { id: string; steps: unknown[] }[] };
    expect(cards.map(({ id, steps }) => [id, steps.length])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });

  it.each([
    ['not JSON', '{"reviews": [', 'not JSON'],
    ['a rating that is none', '{"reviews":[{"card":"a","rating":5,"elapsedDays":0}]}', 'rating'],
    [
      'time that runs backwards',
      '{"reviews":[{"card":"a","rating":3,"elapsedDays":-1}]}',
      'elapsedDays',
    ],
    [
      'twenty parameters',
      `{"parameters":[${Array(20).fill(1).join()}],"reviews":[]}`,
      'parameters',
    ],
    ['something else', '[]', 'review log'],
  ])('refuses %s in one line', async (_name, content, word) => {
    const { code, stdout, stderr } = await run(content, '--json');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(word);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
