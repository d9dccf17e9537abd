import type { Citation, Document } from '../../document/index.ts';
import { describe } from '../../document/anchor/index.ts';
import { BLANK, type Distractor, type Question } from '../types.ts';
import type { Report } from './parse.ts';
import type { CiteSource, QuestionSource } from './schema.ts';

const GAP = /\{\{(.+?)\}\}/g;

/** The question with every citation resolved; undefined where one is not, which is reported. */
export function compileQuestion(
  document: Document,
  source: QuestionSource,
  report: Report,
): Question | undefined {
  const resolved = source.cite.map((cite, index) =>
    resolve(document, cite, (message) => report(['cite', index], message)),
  );
  const cites = resolved.filter((citation) => citation !== undefined);
  const [first, ...rest] = cites;
  if (!first || cites.length < resolved.length) return undefined;
  const base = {
    id: source.id,
    prompt: source.prompt,
    explanation: source.explanation,
    stance: source.stance,
    level: source.level,
    tags: source.tags,
    cites: [first, ...rest] as const,
    requires: source.requires,
    ...(source.signoff === undefined ? {} : { signoff: source.signoff }),
    waive: source.waive,
  };
  switch (source.type) {
    case 'open':
    case 'truefalse':
      return { ...base, type: source.type, answer: source.answer } as Question;
    case 'choice':
    case 'multi': {
      const distractors = compileDistractors(document, source.distractors, report);
      if (!distractors) return undefined;
      return source.type === 'choice'
        ? { ...base, type: 'choice', answer: source.answer, distractors }
        : { ...base, type: 'multi', answers: source.answers, distractors };
    }
    case 'cloze': {
      const gaps = [...source.prompt.matchAll(GAP)];
      const answer = gaps[0]?.[1]?.trim();
      if (gaps.length !== 1 || !answer) {
        report(['prompt'], 'a cloze has exactly one gap, written {{like this}}');
        return undefined;
      }
      const prompt = source.prompt.replace(GAP, BLANK);
      return { ...base, type: 'cloze', prompt, answer, accept: source.accept };
    }
    case 'short':
      return { ...base, type: 'short', answer: source.answer, accept: source.accept };
    case 'number': {
      const { answer, unit, tolerance } = source;
      return { ...base, type: 'number', answer, unit, tolerance };
    }
    case 'order':
      return { ...base, type: 'order', items: source.items };
    case 'match':
      return { ...base, type: 'match', pairs: source.pairs };
    case 'evidence':
      return { ...base, type: 'evidence' };
  }
}

function compileDistractors(
  document: Document,
  sources: readonly { text: string; why: string; cite?: CiteSource | undefined }[],
  report: Report,
): Distractor[] | undefined {
  const distractors: Distractor[] = [];
  for (const [index, { text, why, cite }] of sources.entries()) {
    if (!cite) {
      distractors.push({ text, why });
      continue;
    }
    const citation = resolve(document, cite, (message) =>
      report(['distractors', index, 'cite'], message),
    );
    if (citation) distractors.push({ text, why, cite: citation });
  }
  return distractors.length === sources.length ? distractors : undefined;
}

/** Finds the one place that a written citation means, or says why there is none. */
function resolve(
  document: Document,
  { paragraph, quote, prefix = '', suffix = '' }: CiteSource,
  report: (message: string) => void,
): Citation | undefined {
  const text = document.sections
    .flatMap((section) => section.paragraphs)
    .find((candidate) => candidate.id === paragraph)?.text;
  if (text === undefined) {
    report(`the document has no paragraph “${paragraph}”`);
    return undefined;
  }
  const needle = prefix + quote + suffix;
  const at = text.indexOf(needle);
  if (at < 0) {
    report(`the quote does not stand in ${paragraph}, character for character: “${quote}”`);
    return undefined;
  }
  if (text.indexOf(needle, at + 1) >= 0) {
    report(`the quote stands more than once in ${paragraph}; add prefix or suffix: “${quote}”`);
    return undefined;
  }
  const start = at + prefix.length;
  return describe(document, { paragraph, start, end: start + quote.length });
}
