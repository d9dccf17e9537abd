import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { asked, type Asked, type Planned } from '../../src/lib/classroom/index.ts';
import { gradeResponse, type Response } from '../../src/lib/grading/index.ts';
import { CONFIDENCES } from '../../src/lib/journal/index.ts';
import type { Given, Squeeze } from '../../src/lib/handout/index.ts';

const COMMON = {
  prompt: 'What does the law say?',
  explanation: 'Because the law says so.',
  stance: 'fact',
  level: 'remember',
  tags: [],
  requires: [],
  waive: {},
  cites: [
    {
      document: 'A text',
      section: 's',
      paragraph: 's-1',
      exact: 'the quote',
      prefix: '',
      suffix: '',
      start: 4,
      end: 13,
    },
  ],
} as const;

const PASSAGE = {
  document: 'A text',
  section: 's',
  heading: 'One',
  paragraph: 's-1',
  text: 'See the quote, and more.',
  start: 4,
  end: 13,
};

const why = (text: string) => ({ text, why: `${text} is not it.` });

/** One question of each type that a hand-out asks. */
export const PLAN: readonly Planned[] = [
  { type: 'choice', answer: 'Right', distractors: [why('Left'), why('Up'), why('Down')] } as const,
  { type: 'short', answer: 'Sinaloa', accept: [] } as const,
  { type: 'cloze', answer: 'año', accept: [] } as const,
  { type: 'truefalse', answer: false } as const,
  { type: 'multi', answers: ['One', 'Two'], distractors: [why('Three'), why('Four')] } as const,
  { type: 'number', answer: 27, unit: 'states', tolerance: 0 } as const,
  { type: 'order', items: ['First', 'Second', 'Third', 'Fourth', 'Fifth'] } as const,
  {
    type: 'match',
    pairs: [
      { left: 'a', right: 'A' },
      { left: 'b', right: 'B' },
      { left: 'c', right: 'B' },
    ],
  } as const,
].map((own, at): Planned => ({
  bank: 'b',
  question: { ...COMMON, id: `q-${at}`, ...own },
  passage: PASSAGE,
}));

/** A plan of as many questions of one type. */
export function planOfType(type: string, count: number): Planned[] {
  const one = PLAN.find(({ question }) => question.type === type)!;
  return Array.from({ length: count }, () => one);
}

export function askedOf(plan: readonly Planned[], seed: string): Asked[] {
  return plan.map(({ question }, at) => asked(question, at, `${seed}/${at}`));
}

const typed = fc.string({ unit: 'binary', maxLength: 40 });

function responses(one: Asked): fc.Arbitrary<Response> {
  switch (one.type) {
    case 'truefalse':
      return fc.boolean().map((value) => ({ kind: 'truth', value }));
    case 'choice':
      return fc.constantFrom(...one.options).map((text) => ({ kind: 'option', text }));
    case 'multi':
      return fc.subarray([...one.options]).map((texts) => ({ kind: 'options', texts }));
    case 'order':
      return fc
        .shuffledSubarray([...one.items], { minLength: one.items.length })
        .map((items) => ({ kind: 'sequence', items }));
    case 'match':
      return fc
        .tuple(...one.items.map(() => fc.option(fc.constantFrom(...one.partners))))
        .map((rights) => ({
          kind: 'pairs',
          pairs: one.items.flatMap((left, at) =>
            rights[at] == null ? [] : [{ left, right: rights[at] }],
          ),
        }));
    default:
      return typed.map((text) => ({ kind: 'typed', text }));
  }
}

/** Answers to a quiz, some left out. */
export function answersTo(
  quiz: readonly Asked[],
  sure: boolean,
): fc.Arbitrary<readonly (Given | null)[]> {
  const confidence = sure ? fc.option(fc.constantFrom(...CONFIDENCES)) : fc.constant(null);
  return fc.tuple(
    ...quiz.map((one) => fc.option(fc.record({ response: responses(one), confidence }))),
  );
}

/** What of a response matters: a grade, and for all that is exact the response itself. */
export function verdictsOf(plan: readonly Planned[], answers: readonly (Given | null)[]) {
  return plan.map(({ question }, at) => {
    const given = answers[at];
    return given ? gradeResponse(question, given.response) : null;
  });
}

/** Octets that look like chance, always the same. */
export function bytesOf(seed: number): (length: number) => Uint8Array {
  let state = seed;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    });
}

export const SQUEEZE: Squeeze = {
  deflate: async (bytes) => new Uint8Array(deflateRawSync(bytes)),
  async inflate(bytes, most) {
    try {
      return new Uint8Array(inflateRawSync(bytes, { maxOutputLength: most }));
    } catch {
      return null;
    }
  },
};
