import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from './main.ts';

const root = mkdtempSync(join(tmpdir(), 'recite-cli-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const DOCUMENT = `---
language: en
---

# The harbour of Velm

## History {#history}

Velm was founded in 1204 by the fisherman Odo Brand, who built a chapel on the eastern cliff.

## Trade {#trade}

Salted herring made up thirty-five percent of the exports in 1350, and amber another twenty percent.
`;
const question = (id: string, paragraph: string, quote: string, more = '') => `  - id: ${id}
    type: open
    prompt: Why does the document tell of ${id} in the town of Velm?
    answer: ${quote}
    explanation: The cited sentence says so.
    stance: fact
    level: understand
    tags: [argument]
    cite:
      - paragraph: ${paragraph}
        quote: ${quote}
${more}`;
const HISTORY = `section: history\nquestions:\n${question('chapels', 'history-1', 'Velm was founded in 1204 by the fisherman Odo Brand')}`;
const TRADE = `section: trade\nquestions:\n${question('herrings', 'trade-1', 'Salted herring made up thirty-five percent', '    requires: [chapels]\n')}`;

const folder = join(root, 'velm');
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  file('document.md', DOCUMENT);
  file('history.yaml', HISTORY);
  file('trade.yaml', TRADE);
});

async function recite(...argv: string[]) {
  let stdout = '';
  let stderr = '';
  const code = await main(argv, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  return { code, stdout, stderr, json: () => JSON.parse(stdout) as Record<string, unknown> };
}

const unusable = (stderr: unknown) => ({ code: 2, stdout: '', stderr });

describe('recite', () => {
  it.each([['help'], ['--help'], ['-h']])('%s tells what there is', async (word) => {
    const { code, stdout, stderr } = await recite(word);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('bank check [path] [--json]');
    expect(stdout).toContain('bank export [path] [--json]');
  });

  it('tells of one command', async () => {
    const { code, stdout } = await recite('bank', 'check', '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('bank check [path] [--json]');
    expect(stdout).not.toContain('bank export [path]');
    expect(stdout).toContain('key-length: A key of 4 or more words');
    expect(stdout).toContain('type-mix (cannot be waived): ');
    expect(await recite('help', 'bank', 'check')).toMatchObject({ code: 0, stdout });
  });

  it.each([
    [[], 'no command'],
    [['bank'], 'incomplete command “bank”'],
    [['bank', 'burn'], 'unknown command “bank burn”'],
    [['burn', 'it'], 'unknown command “burn”'],
    [['help', 'burn'], 'unknown command “burn”'],
  ])('refuses %j and lists the commands', async (argv, message) => {
    const result = await recite(...argv);
    expect(result).toMatchObject(unusable(expect.stringContaining(message)));
    expect(result.stderr).toContain('bank check, bank export');
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe.each(['check', 'export'])('bank %s', (command) => {
  const bank = (...args: string[]) => recite('bank', command, ...args);

  it('refuses what it cannot use, in one line', async () => {
    const yaml = join(root, 'alone.yaml');
    writeFileSync(yaml, HISTORY);
    const list = join(root, 'empty.json');
    writeFileSync(list, '[]');
    const dangling = join(root, 'dangling');
    mkdirSync(dangling, { recursive: true });
    rmSync(join(dangling, 'link'), { force: true });
    symlinkSync(join(root, 'nowhere'), join(dangling, 'link'));
    const cases: [string[], string][] = [
      [[join(root, 'nothing')], 'no such file or folder'],
      [[root + '/velm/..', 'more'], 'it takes one path'],
      [[''], 'the path is empty'],
      [['--jsno'], 'unknown option --jsno'],
      [[yaml], 'no document.md beside it'],
      [[file('broken.json', '{"document": ')], 'not valid JSON'],
      [[file('other.json', '{"document": {"id": 3}}')], 'document.id'],
      [[list], 'the list is empty'],
      [[file('notes.txt', 'x')], 'not a bank'],
      [[dangling], 'no such file'],
    ];
    for (const [args, message] of cases) {
      const result = await bank(...args);
      expect(result).toMatchObject(unusable(expect.stringContaining(message)));
      expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
    }
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    expect(await bank(folder)).toMatchObject(unusable(expect.stringContaining('no document.md')));
  });

  it('says file, line and reason where a bank does not compile', async () => {
    file('trade.yaml', TRADE.replaceAll('Salted herring', 'Smoked herring'));
    for (const path of [folder, join(folder, 'trade.yaml')]) {
      const plain = await bank(path);
      expect(plain.code).toBe(1);
      expect(plain.stdout + plain.stderr).toMatch(/trade\.yaml:12: .*does not stand in trade-1/);
      const { code, json } = await bank(path, '--json');
      expect(code).toBe(1);
      const [problem] = json().problems as { rule: string; message: string }[];
      expect(problem).toMatchObject({ rule: 'source', question: '' });
      expect(problem?.message).toMatch(/trade\.yaml:12: /);
    }
    // Its neighbour is whole.
    expect((await bank(join(folder, 'history.yaml'))).code).toBe(0);
  });

  it('reads all the shipped banks, wherever it stands', async () => {
    const { stdout, stderr } = await bank('--json');
    expect(stderr).toBe('');
    // The one counts the questions, the other lists them.
    const { questions } = JSON.parse(stdout) as { questions: number | unknown[] };
    expect(Array.isArray(questions) ? questions.length : questions).toBeGreaterThan(60);
  });
});

describe('bank check', () => {
  it('finds nothing in a sound bank', async () => {
    const { code, stdout } = await recite('bank', 'check', folder);
    expect(code).toBe(0);
    expect(stdout).toContain('2 questions on “The harbour of Velm”');
    expect(stdout).toContain('2 questions: no problem found.');
    const { json } = await recite('bank', 'check', '--json', join(folder, 'document.md'));
    expect(json()).toEqual({
      questions: 2,
      problems: [],
      blind: {},
      chance: 0,
      coverage: { paragraphs: 2, cited: 2 },
      waivers: [],
    });
  });

  it('reports problems by question, with the line', async () => {
    file('trade.yaml', TRADE.replace(/prompt: .*/, 'prompt: Why herring?'));
    const { code, stdout } = await recite('bank', 'check', folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /velm\/trade\.yaml:3 {2}herrings\n {2}stem-form: The question has 2 words/,
    );
    expect(stdout).toContain('1 problem, in 1 of 2 questions.');
  });

  it('counts waivers', async () => {
    file(
      'trade.yaml',
      TRADE.replace(/prompt: .*/, 'prompt: Why herring?\n    waive: { stem-form: Short is well. }'),
    );
    const { code, stdout } = await recite('bank', 'check', folder);
    expect(code).toBe(0);
    expect(stdout).toContain('1 waiver:\n  herrings: stem-form: Short is well.');
  });

  it('holds one bank only to what it can answer for', async () => {
    const { code, json } = await recite('bank', 'check', join(folder, 'trade.yaml'), '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ questions: 1, coverage: { paragraphs: 1, cited: 1 } });
    rmSync(join(folder, 'history.yaml'));
    file('trade.yaml', TRADE.replace(/ {4}requires: .*\n/, ''));
    const whole = await recite('bank', 'check', folder, '--json');
    expect(whole).toMatchObject({ code: 1 });
    expect(whole.json()).toMatchObject({ problems: [{ rule: 'coverage' }] });
  });

  it('lists the reports of several documents', async () => {
    const both = join(root, 'both');
    for (const name of ['one', 'two']) {
      mkdirSync(join(both, name), { recursive: true });
      writeFileSync(join(both, name, 'document.md'), DOCUMENT);
      writeFileSync(join(both, name, 'history.yaml'), HISTORY);
    }
    const { code, stdout } = await recite('bank', 'check', both, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { bank: 'one', questions: 1 },
      { bank: 'two', questions: 1 },
    ]);
  });
});

describe('bank export', () => {
  it('prints what bank check reads', async () => {
    const { code, stdout, json } = await recite('bank', 'export', folder, '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      document: { title: 'The harbour of Velm', sections: [{ id: 'history' }, { id: 'trade' }] },
      questions: [
        {
          id: 'chapels',
          type: 'open',
          distractors: [],
          cites: [{ paragraph: 'history-1', start: 0 }],
        },
        { id: 'herrings' },
      ],
    });
    const checked = await recite('bank', 'check', file('bank.json', stdout), '--json');
    expect(checked).toMatchObject({ code: 0 });
    expect(await recite('bank', 'export', join(folder, 'bank.json'), '--json')).toMatchObject({
      stdout,
    });
  });

  it('prints for reading', async () => {
    const { code, stdout } = await recite('bank', 'export', folder);
    expect(code).toBe(0);
    expect(stdout).toContain('# The harbour of Velm');
    expect(stdout).toContain('  history-1: “Velm was founded in 1204');
  });

  it('writes the whole shipped bank in one piece, and the same each time', async () => {
    const first = await recite('bank', 'export', '--json');
    expect((await recite('bank', 'export', '--json')).stdout).toBe(first.stdout);
  });
});

describe('a bank in JSON', () => {
  const exported = async () =>
    (await recite('bank', 'export', folder, '--json')).json() as {
      questions: Record<string, unknown>[];
    };
  const check = async (change: (bank: Awaited<ReturnType<typeof exported>>) => void) => {
    const bank = await exported();
    change(bank);
    const { code, json } = await recite(
      'bank',
      'check',
      file('bank.json', JSON.stringify(bank)),
      '--json',
    );
    return { code, ...(json() as { problems: { rule: string; question: string }[] }) };
  };

  it.each<[string, Record<string, unknown>, string]>([
    ['nothing cited', { cites: [] }, 'quote-exact'],
    ['no key', { answers: [] }, 'one-key'],
    ['two keys', { type: 'choice', answers: ['a', 'b'], distractors: ['c', 'd'] }, 'one-key'],
    ['neither true nor false', { type: 'truefalse', answers: ['perhaps'] }, 'one-key'],
    ['no number', { type: 'number', answers: ['many'] }, 'one-key'],
    ['an id that is used', { id: 'herrings' }, 'source'],
  ])('may hold %s', async (_what, changes, rule) => {
    const { code, problems } = await check(({ questions }) =>
      Object.assign(questions[0]!, changes),
    );
    expect(code).toBe(1);
    expect(problems[0]).toMatchObject({ rule, question: changes.id ?? 'chapels' });
  });

  it('has its quotes held against its document', async () => {
    const { problems } = await check(({ questions }) => {
      Object.assign((questions[0]!.cites as object[])[0]!, { start: 3 });
    });
    expect(problems).toMatchObject([{ rule: 'quote-exact', question: 'chapels' }]);
  });

  it('may hold every type', async () => {
    const shipped = await recite('bank', 'export', '--json');
    const path = file('shipped.json', shipped.stdout);
    expect((await recite('bank', 'export', path, '--json')).stdout).toBe(shipped.stdout);
    expect(readFileSync(path, 'utf8')).toBe(shipped.stdout);
  });
});
