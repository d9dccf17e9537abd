import { describe, expect, it } from 'vitest';
import { COMMON, compile, document, file, OPEN, problemsOf, question } from './fixture.ts';
import type { SourceFile } from './index.ts';

/** The only question of a bank that compiles. */
function only(...files: SourceFile[]) {
  const bank = compile(...files);
  if (!bank.ok) throw new Error(problemsOf(...files).join('\n'));
  return bank.value.questions[0]!;
}

describe('a bank that is right', () => {
  it('has its name, its document and its questions in the order of the files', () => {
    const bank = compile(
      file(question('b', OPEN) + question('a', OPEN)),
      file(question('c', OPEN), 'swifts.yaml', 'swifts'),
    );
    expect(bank).toMatchObject({ ok: true, value: { id: 'birds', document } });
    expect(bank.ok && bank.value.questions.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('has citations that say where the words stand', () => {
    expect(only(file(question('a', OPEN))).cites).toEqual([
      {
        document: 'document-id',
        section: 'owls',
        paragraph: 'owls-2',
        exact: 'Owls swallow their prey whole',
        prefix: '',
        suffix: '.',
        start: 0,
        end: 29,
      },
    ]);
  });

  it('tells a repeated quote by its prefix or suffix', () => {
    const cite = (more: string) =>
      COMMON.replace(/cite:[^]*/, `cite: [{ paragraph: owls-1, quote: The barn owl, ${more} }]`);
    expect(only(file(question('a', OPEN, cite('suffix: " finds"')))).cites[0].start).toBe(27);
    expect(only(file(question('a', OPEN, cite('prefix: "ear. "')))).cites[0].start).toBe(27);
    expect(only(file(question('a', OPEN, cite('suffix: " hunts"')))).cites[0].start).toBe(0);
  });

  it('may cite any section and require a question of another file', () => {
    const elsewhere = COMMON.replace('owls-2', 'swifts-1').replace(
      'Owls swallow their prey whole',
      'sleeps in the air',
    );
    const asks = question('a', `${OPEN}\n    requires: [c]`, elsewhere);
    const bank = compile(file(asks), file(question('c', OPEN), 'swifts.yaml', 'swifts'));
    expect(bank).toMatchObject({
      ok: true,
      value: { questions: [{ requires: ['c'], cites: [{ section: 'swifts' }] }, {}] },
    });
  });

  it.each([
    ['open', '    answer: Whole.', { answer: 'Whole.' }],
    ['truefalse', '    answer: false', { answer: false }],
    [
      'choice',
      '    answer: Whole\n    distractors:\n      - { text: Raw, why: No. }\n      - { text: Cold, why: Not said. }',
      {
        answer: 'Whole',
        distractors: [
          { text: 'Raw', why: 'No.' },
          { text: 'Cold', why: 'Not said.' },
        ],
      },
    ],
    [
      'multi',
      '    answers: [One, Two]\n    distractors: [{ text: Three, why: No., cite: { paragraph: swifts-1, quote: the air } }]',
      {
        answers: ['One', 'Two'],
        distractors: [{ text: 'Three', why: 'No.', cite: { paragraph: 'swifts-1', start: 20 } }],
      },
    ],
    ['short', '    answer: Whole\n    accept: [in one piece]', { accept: ['in one piece'] }],
    ['short', '    answer: Whole', { answer: 'Whole', accept: [] }],
    [
      'number',
      '    answer: 37\n    unit: mice\n    tolerance: 0.5',
      { answer: 37, unit: 'mice', tolerance: 0.5 },
    ],
    ['order', '    items: [One, Two, Three]', { items: ['One', 'Two', 'Three'] }],
    [
      'match',
      '    pairs: [{ left: a, right: 1 x }, { left: b, right: 2 x }, { left: c, right: 3 x }]',
      { pairs: [{ left: 'a', right: '1 x' }, {}, {}] },
    ],
    ['evidence', '', {}],
  ])('may hold a question of type %s', (type, own, expected) => {
    const compiled = only(file(question('a', `    type: ${type}\n${own}`)));
    expect(compiled).toMatchObject({ id: 'a', type, requires: [], waive: {}, ...expected });
    expect(compiled).not.toHaveProperty('signoff');
  });

  it('turns the gap of a cloze into a blank and a key', () => {
    const cloze = '    type: cloze\n    prompt: Owls swallow it {{ whole }}.\n    accept: [entire]';
    const source = question('a', cloze).replace(/ {4}prompt: What.*\n/, '');
    expect(only(file(source))).toMatchObject({
      prompt: 'Owls swallow it ____.',
      answer: 'whole',
      accept: ['entire'],
    });
  });

  it('keeps a sign-off and waivers', () => {
    const own = `${OPEN}\n    signoff: Ada, because\n    waive: { key-length: needed }`;
    expect(only(file(question('a', own)))).toMatchObject({
      signoff: 'Ada, because',
      waive: { 'key-length': 'needed' },
    });
  });

  it('may be empty', () => {
    expect(compile(file('[]'.padStart(4)))).toMatchObject({ ok: true, value: { questions: [] } });
    expect(compile()).toMatchObject({ ok: true });
  });
});
