import type { Citation, Document } from '../../document/index.ts';
import { describe } from '../../document/anchor/index.ts';
import type { Distractor, Question } from '../types.ts';
import { compileGaps } from './gaps.ts';
import type { Report } from './parse.ts';
import type { CiteSource, QuestionSource } from './schema.ts';

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
      const gaps = compileGaps(source, report);
      if (!gaps) return undefined;
      const [{ prompt, answer, accept }, ...more] = gaps;
      const own = { ...base, prompt, answer, accept };
      return { ...own, type: 'cloze', ...(more.length > 0 && { gaps: more }) };
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
      return {
        ...base,
        type: 'match',
        pairs: source.pairs,
        ...(source.reverse !== undefined && { reverse: source.reverse }),
      };
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
