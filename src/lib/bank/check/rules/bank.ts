import { QUESTION_TYPES, type Question } from '../../types.ts';
import { readOption } from '../../option-value.ts';
import { ENOUGH_FOR_SHARES } from '../shares.ts';
import type { CheckContext, Finding, Item, Rule } from '../types.ts';
import { jaccard, words } from '../words.ts';
import { STOP_WORDS } from '../stop-words.ts';
import { stem } from '../words.ts';
import { percent, t } from '../../../language/index.ts';

const MAX_SHARE_OF_PARAGRAPH = 0.06;
/** Below this, 6 % is not even three questions. */
const ENOUGH_FOR_PARAGRAPHS = 50;

/** Paragraph → how many questions cite it; of a part, only its own section's. */
export function citedParagraphs({ items, paragraphs, part }: CheckContext): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [id, { section }] of paragraphs) {
    if (part === undefined || section === part) counts.set(id, 0);
  }
  for (const { question } of items) {
    for (const id of new Set(question.cites.map(({ paragraph }) => paragraph))) {
      const count = counts.get(id);
      if (count !== undefined) counts.set(id, count + 1);
    }
  }
  return counts;
}

/** Rule 16. */
export const coverage: Rule = {
  name: 'coverage',
  about: `Every paragraph is cited by a question; none by more than 6 % of the bank (judged from ${ENOUGH_FOR_PARAGRAPHS} questions on).`,
  scope: 'pair',
  check: (context): Finding[] =>
    [...citedParagraphs(context)].flatMap(([id, count]) => {
      const share = count / context.items.length;
      if (count === 0) {
        return [{ question: '', message: `No question cites ${id}. Write one that rests on it.` }];
      }
      if (context.part !== undefined || context.items.length < ENOUGH_FOR_PARAGRAPHS) return [];
      return share > MAX_SHARE_OF_PARAGRAPH
        ? [
            {
              question: '',
              message: `${count} questions (${percent(share)}) cite ${id}. Ask more about other paragraphs, to at most ${percent(MAX_SHARE_OF_PARAGRAPH)}.`,
            },
          ]
        : [];
    }),
};

const NEAR_DUPLICATE = 0.7;
const ASKING = /^(?:who|whom|whose|what|when|where|which|why|how)$/;

/** The words by which a stem differs from another: its content, and what it asks for. */
function askedFor({ stem: text }: Item): Set<string> {
  return new Set(
    words(text)
      .filter((word) => ASKING.test(word) || !STOP_WORDS.has(word))
      .map(stem),
  );
}

/** Rule 17, first part. */
export const nearDuplicate: Rule = {
  name: 'near-duplicate',
  about: 'No two stems share 70 % of their words.',
  scope: 'pair',
  check: ({ items }): Finding[] => {
    const sets = items.map(askedFor);
    return items.flatMap(({ question }, index) => {
      const earlier = sets.findIndex(
        (set, at) => at < index && jaccard(set, sets[index]!) >= NEAR_DUPLICATE,
      );
      return earlier >= 0 && earlier < index
        ? [
            {
              question: question.id,
              message: t(
                'It asks nearly what “{0}” asks. Ask for something else, or drop one.',
                items[earlier]!.question.prompt,
              ),
            },
          ]
        : [];
    });
  },
};

const MAX_TYPE_SHARE = 0.35;
const MAX_BARE_SHARE = 0.4;
const MIN_REASONING_SHARE = 0.25;

/** Whether the key is a bare number or date: a `number` question, or a key that is nothing else. */
export function asksBareValue(question: Question): boolean {
  switch (question.type) {
    case 'number':
      return true;
    case 'choice':
    case 'cloze':
    case 'short':
    case 'open':
      return readOption(question.answer) !== undefined;
    default:
      return false;
  }
}

const REASONING =
  /\bwhy\b|\bhow\b(?! (?:many|much|long|often|old|far|large|big|high|tall|soon|recently|frequently)\b)|\b(?:compar\w*|contrast\w*|differ\w*|distinguish\w*|unlike|as against|similar\w*|infer\w*|impl(?:y|ies|ied)|suggests?|conclu\w+|reasons?|explain\w*|explanation|cause[sd]?|causing|led to|leads? to|result(?:s|ed)? in|consequences?|effects?|evidence|supports?|underm\w+|argument)\b/i;

/**
 * Whether a question asks why or how, compares or infers: by a word of its stem (not “how many” and
 * the like), or because its writer put it at the level of analysing or evaluating.
 */
export function asksForReasoning({ prompt, level }: Question): boolean {
  return REASONING.test(prompt) || level === 'analyse' || level === 'evaluate';
}

/** Rule 17, second part. */
export const typeMix: Rule = {
  name: 'type-mix',
  about: `No one type above 35 %, bare numbers and dates at most 40 %, why/how/compare/infer at least 25 % (judged from ${ENOUGH_FOR_SHARES} questions on).`,
  scope: 'bank',
  check: ({ items }): Finding[] => {
    if (items.length < ENOUGH_FOR_SHARES) return [];
    const share = (test: (question: Question) => boolean) =>
      items.filter(({ question }) => test(question)).length / items.length;
    const messages = QUESTION_TYPES.flatMap((type) => {
      const found = share((question) => question.type === type);
      return found > MAX_TYPE_SHARE
        ? [
            `${percent(found)} of the questions are of the type ${type}. Recast some, to at most ${percent(MAX_TYPE_SHARE)}.`,
          ]
        : [];
    });
    const bare = share(asksBareValue);
    if (bare > MAX_BARE_SHARE) {
      messages.push(
        `${percent(bare)} of the questions ask for a bare number or date. Ask for more than that, to at most ${percent(MAX_BARE_SHARE)}.`,
      );
    }
    const reasoning = share(asksForReasoning);
    if (reasoning < MIN_REASONING_SHARE) {
      messages.push(
        `Only ${percent(reasoning)} of the questions ask why, how, for a comparison or an inference. Ask more of these, to at least ${percent(MIN_REASONING_SHARE)}.`,
      );
    }
    return messages.map((message) => ({ question: '', message }));
  },
};
