import { describe, expect, it } from 'vitest';
import { COMMON, file, OPEN, problemsOf, question } from './fixture.ts';

describe('a bank that is wrong says file, line and reason', () => {
  it.each([
    [
      'broken YAML',
      'section: owls\nquestions:\n  - id: "a\n',
      [/^owls.yaml:4: not valid YAML: Missing/],
    ],
    ['a tab', 'section: owls\nquestions:\n\t- id: a\n', [/^owls.yaml:3: not valid YAML/]],
    [
      'a key twice',
      'section: owls\nsection: owls\nquestions: []',
      [/^owls.yaml:2: not valid YAML: Map keys must be unique/],
    ],
    ['two documents', 'section: owls\n---\nquestions: []', [/^owls.yaml:2: not valid YAML/]],
    [
      'an alias of nothing',
      'section: *nothing\nquestions: []',
      [/^owls.yaml:1: not valid YAML: Unresolved alias/],
    ],
    ['an alias of far too much', bomb(), [/^owls.yaml:1: not valid YAML: Excessive alias count/]],
    ['an empty file', '', [/^owls.yaml:1: .*expected object/]],
    ['a list', '- a', [/^owls.yaml:1: .*expected object/]],
    ['no section', 'questions: []', ['owls.yaml:1: missing field “section”']],
    ['no questions', '# none\nsection: owls', ['owls.yaml:2: missing field “questions”']],
    [
      'an unknown field',
      'section: owls\nextra:\n  - a\nquestions: []',
      ['owls.yaml:2: unknown field “extra”'],
    ],
    [
      'an unknown section',
      '\nsection: eagles\nquestions: []',
      ['owls.yaml:2: the document has no section “eagles”'],
    ],
    [
      'a question that is none',
      'section: owls\nquestions:\n  - 7',
      [/^owls.yaml:3: .*expected object/],
    ],
  ])('%s', (_name, text, expected) => {
    expect(problemsOf({ name: 'owls.yaml', text })).toEqual(
      expected.map((one) =>
        typeof one === 'string' ? one : (expect.stringMatching(one) as unknown),
      ),
    );
  });

  // The first question begins on line 3: id 3, prompt 4, type 5, answer 6, …
  it.each([
    [
      'an unknown field',
      `${OPEN}\n    extra:\n      - x`,
      ['owls.yaml:7: question “a”: unknown field “extra”'],
    ],
    [
      'two unknown fields',
      `${OPEN}\n    one: 1\n    two: 2`,
      [
        'owls.yaml:7: question “a”: unknown field “one”',
        'owls.yaml:8: question “a”: unknown field “two”',
      ],
    ],
    ['a missing field', '    type: open', ['owls.yaml:3: question “a”: missing field “answer”']],
    ['a missing type', '    answer: x', ['owls.yaml:3: question “a”: missing field “type”']],
    ['an unknown type', '    type: riddle', [/^owls.yaml:5: question “a”: type: .*'evidence'/]],
    [
      'an empty answer',
      '    type: open\n    answer: " "',
      [/^owls.yaml:6: question “a”: answer: /],
    ],
    [
      'a number for words',
      '    type: short\n    answer: 1989',
      [/^owls.yaml:6: question “a”: answer: .*expected string/],
    ],
    [
      'yes for true',
      '    type: truefalse\n    answer: yes',
      [/^owls.yaml:6: question “a”: answer: .*expected boolean/],
    ],
    [
      'one distractor',
      '    type: choice\n    answer: x\n    distractors:\n      - { text: y, why: z }',
      [/^owls.yaml:7: question “a”: distractors: /],
    ],
    [
      'a distractor without a reason',
      '    type: multi\n    answers: [x, y]\n    distractors:\n      - text: y',
      ['owls.yaml:8: question “a”: missing field “distractors.0.why”'],
    ],
    [
      'a tolerance below zero',
      '    type: number\n    answer: 1\n    unit: x\n    tolerance: -1',
      [/^owls.yaml:8: question “a”: tolerance: /],
    ],
    [
      'an unknown requirement',
      `${OPEN}\n    requires:\n      - b`,
      ['owls.yaml:8: requires “b”, which no question of this document has as its id'],
    ],
  ])('%s', (_name, own, expected) => {
    expect(problemsOf(file(question('a', own)))).toEqual(
      expected.map((one) =>
        typeof one === 'string' ? one : (expect.stringMatching(one) as unknown),
      ),
    );
  });

  it.each(['A', 'a_b', 'a--b', '-a', 'ä', 'a b'])('an id such as %j', (id) => {
    expect(problemsOf(file(question(id, OPEN)))).toEqual([
      `owls.yaml:3: question “${id}”: id: must be small letters, figures and single hyphens`,
    ]);
  });

  it.each([
    ['no gap', 'Owls swallow it.'],
    ['an empty gap', 'Owls swallow it {{ }}.'],
  ])('a cloze with %s', (_name, prompt) => {
    const source = question('a', '    type: cloze').replace(/prompt: .*/, `prompt: "${prompt}"`);
    expect(problemsOf(file(source))).toEqual([
      'owls.yaml:4: question “a”: a cloze has at least one gap, written {{like this}}',
    ]);
  });

  it.each([
    [
      'of the same words',
      '{{Owls}} eat {{2::Owls}}.',
      '[]',
      '4',
      'two gaps of a cloze hold the same words; leave one open',
    ],
    [
      'without numbers',
      '{{Owls}} eat it {{whole}}.',
      '[]',
      '4',
      'number the gaps after the first: {{one}} and {{2::another}}',
    ],
    [
      'without a first',
      '{{2::Owls}} eat it.',
      '[]',
      '4',
      'number the gaps after the first: {{one}} and {{2::another}}',
    ],
    [
      'with one list for all',
      '{{Owls}} eat it {{2::whole}}.',
      '[entire]',
      '5',
      'with several gaps, write under each gap’s words what else is right',
    ],
    [
      'with a list for no gap',
      '{{Owls}} eat it {{2::whole}}.',
      '{ raw: [entire] }',
      '5',
      'no gap of the prompt holds “raw”',
    ],
  ])('a cloze with gaps %s', (_name, prompt, accept, line, message) => {
    const source = question('a', `    accept: ${accept}\n    type: cloze`);
    const written = source.replace(/prompt: .*/, `prompt: "${prompt}"`);
    expect(problemsOf(file(written))).toEqual([`owls.yaml:${line}: question “a”: ${message}`]);
  });

  it.each([
    [
      'stands nowhere',
      'owls-2',
      'Owls chew',
      'the quote does not stand in owls-2, character for character: “Owls chew”',
    ],
    [
      'differs in a space',
      'owls-2',
      '"Owls  swallow"',
      'the quote does not stand in owls-2, character for character: “Owls  swallow”',
    ],
    [
      'stands twice',
      'owls-1',
      'The barn owl',
      'the quote stands more than once in owls-1; add prefix or suffix: “The barn owl”',
    ],
    ['stands in an unknown paragraph', 'owls-3', 'Owls', 'the document has no paragraph “owls-3”'],
  ])('a quote that %s', (_name, paragraph, quote, reason) => {
    const common = COMMON.replace(
      /- paragraph[^]*/,
      `- paragraph: ${paragraph}\n        quote: ${quote}`,
    );
    expect(problemsOf(file(question('a', OPEN, common)))).toEqual([
      `owls.yaml:12: question “a”: ${reason}`,
    ]);
  });

  it('the citation of a distractor', () => {
    const own =
      '    type: multi\n    answers: [x, y]\n    distractors:\n      - { text: z, why: w, cite: { paragraph: owls-1, quote: eagle } }';
    expect(problemsOf(file(question('a', own)))).toEqual([
      'owls.yaml:8: question “a”: the quote does not stand in owls-1, character for character: “eagle”',
    ]);
  });

  it('an id used twice, in one file or in two', () => {
    expect(problemsOf(file(question('a', OPEN) + question('a', OPEN)))).toEqual([
      'owls.yaml:14: double id “a”: it is already used at owls.yaml:3',
    ]);
    expect(
      problemsOf(file(question('a', OPEN)), file(question('a', OPEN), 'swifts.yaml', 'swifts')),
    ).toEqual(['swifts.yaml:3: double id “a”: it is already used at owls.yaml:3']);
  });
});

describe('prerequisites in a circle', () => {
  const requiring = (id: string, ...required: string[]) =>
    question(id, `${OPEN}\n    requires: [${required.join(', ')}]`);

  it('are named with the file and line that close it', () => {
    expect(problemsOf(file(requiring('a', 'a')))).toEqual([
      'owls.yaml:7: requires in a circle, so that none could come first: “a” → “a”',
    ]);
    expect(
      problemsOf(
        file(requiring('a', 'b') + requiring('b', 'c')),
        file(requiring('c', 'd', 'b') + question('d', OPEN), 'swifts.yaml', 'swifts'),
      ),
    ).toEqual([
      'swifts.yaml:7: requires in a circle, so that none could come first: “b” → “c” → “b”',
    ]);
  });

  it('are each named', () => {
    const two =
      requiring('a', 'b') + requiring('b', 'a') + requiring('c', 'd') + requiring('d', 'c');
    expect(problemsOf(file(two))).toHaveLength(2);
  });

  it('are none where two questions build on the same one', () => {
    const diamond = requiring('a', 'b', 'c') + requiring('b', 'd') + requiring('c', 'd');
    expect(problemsOf(file(diamond + question('d', OPEN)))).toEqual([]);
  });
});

describe('everything that is wrong', () => {
  it('is said at once, of every file and every question', () => {
    const wrongQuote = COMMON.replace('Owls swallow', 'Owls chew');
    const bad = file(
      question('a', '    type: open') +
        question('b', `${OPEN}\n    extra: x`, wrongQuote) +
        question('c', `${OPEN}\n    requires: [nobody]`, wrongQuote) +
        question('a', OPEN),
      'owls.yaml',
      'eagles',
    );
    const broken = { name: 'swifts.yaml', text: 'a: b: c' };
    const problems = problemsOf(bad, { name: 'x.yaml', text: '' });
    expect(problems).toEqual([
      'owls.yaml:3: question “a”: missing field “answer”',
      'owls.yaml:17: question “b”: unknown field “extra”',
      'owls.yaml:1: the document has no section “eagles”',
      expect.stringMatching(/^owls.yaml:\d+: question “c”: the quote does not stand in owls-2/),
      expect.stringMatching(/^owls.yaml:\d+: double id “a”: it is already used at owls.yaml:3/),
      expect.stringMatching(/^x.yaml:1: /),
      expect.stringMatching(/^owls.yaml:\d+: requires “nobody”/),
    ]);
    expect(problemsOf(bad, broken)).toContainEqual(
      expect.stringMatching(/^swifts.yaml:1: not valid/),
    );
  });

  it('names no requirement unknown that a faulty question or file may well hold', () => {
    const asks = file(question('a', `${OPEN}\n    requires: [b]`), 'swifts.yaml', 'swifts');
    expect(problemsOf(file(question('b', '    type: open')), asks)).toEqual([
      'owls.yaml:3: question “b”: missing field “answer”',
    ]);
    expect(problemsOf({ name: 'owls.yaml', text: 'a: b: c' }, asks)).toHaveLength(1);
  });
});

/** Aliases of aliases: a few lines that stand for thousands of millions of words. */
function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const items = Array.from({ length: 9 }, () => (level === 0 ? 'lol' : `*l${level - 1}`));
    return `l${level}: &l${level} [${items.join(', ')}]`;
  });
  return levels.join('\n');
}
