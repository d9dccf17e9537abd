import { z } from 'zod';
import { LEVELS, STANCES, TAGS } from '../types.ts';

// Compiled checks are made with `new Function`, which a page’s policy forbids.
z.config({ jitless: true });

/** The shape of a bank as a person writes it; `questions/FORMAT.md` explains it in words. */

const text = z.string().trim().min(1);
const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be small letters, figures and single hyphens');

const cite = z.strictObject({
  paragraph: text,
  quote: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});

const distractor = z.strictObject({ text, why: text, cite: cite.optional() });

const common = {
  id,
  prompt: text,
  explanation: text,
  stance: z.enum(STANCES),
  level: z.enum(LEVELS),
  tags: z.array(z.enum(TAGS)).min(1),
  cite: z.array(cite).min(1),
  requires: z.array(id).default([]),
  signoff: text.optional(),
  waive: z.record(z.string(), text).default({}),
};

const accept = z.array(text).default([]);

export const questionSource = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('open'), answer: text }),
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    answer: text,
    distractors: z.array(distractor).min(2).max(3),
  }),
  z.strictObject({
    ...common,
    type: z.literal('multi'),
    answers: z.array(text).min(2),
    distractors: z.array(distractor).min(1),
  }),
  z.strictObject({ ...common, type: z.literal('truefalse'), answer: z.boolean() }),
  z.strictObject({
    ...common,
    type: z.literal('cloze'),
    // A list for the one gap; of several gaps each has its own, under the words that fill it.
    accept: z.union([z.array(text), z.record(text, z.array(text))]).default([]),
  }),
  z.strictObject({ ...common, type: z.literal('short'), answer: text, accept }),
  z.strictObject({
    ...common,
    type: z.literal('number'),
    answer: z.number(),
    unit: text,
    tolerance: z.number().min(0),
  }),
  z.strictObject({ ...common, type: z.literal('order'), items: z.array(text).min(3).max(6) }),
  z.strictObject({
    ...common,
    type: z.literal('match'),
    pairs: z
      .array(z.strictObject({ left: text, right: text }))
      .min(3)
      .max(5),
    reverse: text.optional(),
  }),
  z.strictObject({ ...common, type: z.literal('evidence') }),
]);

const bankSource = z.strictObject({ section: id, questions: z.array(questionSource) });

/** A bank whose questions are still to be read. */
export const bankOutline = z.strictObject({ section: id, questions: z.array(z.unknown()) });

export type CiteSource = z.output<typeof cite>;
export type QuestionSource = z.output<typeof questionSource>;

/** The JSON Schema that editors use to complete and check a bank (JSON Schema, draft 2020-12). */
export function bankJsonSchema(): object {
  return z.toJSONSchema(bankSource, { io: 'input' });
}
