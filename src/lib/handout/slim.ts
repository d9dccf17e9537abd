import { readPlan, type Planned } from '../classroom/index.ts';

/** As much of a long paragraph as stands on each side of the quote. UTF-16 units. */
const BESIDE = 160;

/**
 * The questions with their keys, without what only authors and the scheduler need, and with the near
 * words of each passage: a QR code is small.
 */
export function slimPlan(plan: readonly Planned[]): unknown {
  return plan.map(({ bank, question, passage }) => {
    const { id, type, explanation } = question;
    return {
      bank,
      question: { id, type, explanation, ...keyOf(question) },
      passage: nearPassage(passage),
    };
  });
}

function keyOf(question: Planned['question']): object {
  switch (question.type) {
    case 'choice':
      return { answer: question.answer, distractors: whys(question.distractors) };
    case 'multi':
      return { answers: question.answers, distractors: whys(question.distractors) };
    case 'open':
    case 'truefalse':
      return { answer: question.answer };
    case 'cloze':
    case 'short':
      return { answer: question.answer, accept: question.accept };
    case 'number':
      return { answer: question.answer, unit: question.unit, tolerance: question.tolerance };
    case 'order':
      return { items: question.items };
    case 'match':
      return { pairs: question.pairs };
  }
}

function whys(distractors: readonly { readonly text: string; readonly why: string }[]) {
  return distractors.map(({ text, why }) => ({ text, why }));
}

/** The words beside the quote, cut at spaces; what was left out shows as an ellipsis. */
export function nearPassage(passage: Planned['passage']): Planned['passage'] {
  const { text, start, end } = passage;
  const from = start > BESIDE ? text.indexOf(' ', start - BESIDE) + 1 : 0;
  const until = text.length - end > BESIDE ? text.lastIndexOf(' ', end + BESIDE) : text.length;
  const [first, last] = [Math.min(from, start), Math.max(until, end)];
  const before = first > 0 ? '… ' : '';
  const after = last < text.length ? ' …' : '';
  const by = before.length - first;
  return {
    ...passage,
    text: before + text.slice(first, last) + after,
    start: start + by,
    end: end + by,
  };
}

/**
 * The plan again, with what a question has to have besides; null where it is none. Its citation counts
 * within the words that came along.
 *
 * @param asked the same questions as they are asked, which have their prompts
 */
export function readPlanned(
  value: unknown,
  asked: readonly { readonly prompt: string }[],
): Planned[] | null {
  if (!Array.isArray(value) || value.length !== asked.length) return null;
  return readPlan(value.map((one, at) => filled(one, asked[at]!.prompt)));
}

function filled(value: unknown, prompt: string): unknown {
  if (!isRecord(value) || !isRecord(value.question) || !isRecord(value.passage)) return null;
  const { document, section, paragraph, text, start, end } = value.passage;
  if (typeof text !== 'string' || typeof start !== 'number' || typeof end !== 'number') return null;
  const exact = text.slice(start, end);
  const cite = { document, section, paragraph, exact, prefix: '', suffix: '', start, end };
  const neutral = { stance: 'fact', level: 'remember', tags: [], requires: [], waive: {} };
  return { ...value, question: { ...neutral, ...value.question, prompt, cites: [cite] } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
