import { citationsOf, eachQuestion, type Item } from '../types.ts';
import { words } from '../words.ts';
import { t } from '../../../language/index.ts';

const ABSOLUTE =
  /\b(?:always|never|invariably|absolutely|without exception|under no circumstances|no ?one|nobody|every ?one|everybody)\b/i;
const VAGUE =
  /\b(?:often|sometimes|usually|frequently|occasionally|rarely|seldom|generally|typically|perhaps|maybe|in some cases)\b/i;
const META: readonly [RegExp, string][] = [
  [
    /\b(?:all|none|any|neither|both) of (?:the (?:above|others?|options)|these|them)\b\.?$/i,
    'all/none of the above',
  ],
  [/^(?:both |neither )?\(?[a-d]\)?,? (?:and|or|nor) \(?[a-d]\)?\.?$/i, 'A and B'],
  [/^(?:options? |answers? )[a-d1-4](?: and |$)/i, 'A and B'],
];

/** In “Why did Trump not strike?” the negation is the matter; in “Which is not …?” it is a trap. */
const REASON = /\b(?:why|how|reasons?|explains?|explanation)\b/i;
const NEGATIVE_FOLLOWS =
  /\b(?:which|what|who|whom|whose|where)\b(?:(?!\b(?:if|because|that|who|when|after|before|than|although|while|whilst)\b)[^,;:]){0,80}?\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)(?:\s+(?:\w+\s+)?not\b|n[’']t\b)/i;
const EXCEPTION = /\b(?:NOT|EXCEPT|NEVER|LEAST)\b/;
const EXCEPT_FOR = /\b(?:which|what|who|all)\b.*\b(?:except|other than)\b/i;

/** Rule 8. A word counts as quoted where the question's citations have it, or quotation marks hold it. */
export const optionWording = eachQuestion(
  {
    name: 'option-wording',
    about:
      'No “all of the above”, no “A and B”, no negative stem, no absolute or vague word in an option unless quoted.',
    english: true,
  },
  (item: Item) => {
    const { question, stem, keys, distractors } = item;
    const problems: string[] = [];
    if (EXCEPTION.test(stem)) {
      problems.push(t('It asks for the exception. Ask for what is so, not for what is not.'));
    }
    if (question.type !== 'choice' && question.type !== 'multi') return problems;
    if (problems.length === 0 && !REASON.test(stem)) {
      if (NEGATIVE_FOLLOWS.test(stem) || EXCEPT_FOR.test(stem)) {
        problems.push('The stem is negative. Ask for what is so, not for what is not.');
      }
    }
    const quoted = words(
      citationsOf(question)
        .map(({ exact }) => exact)
        .join(' '),
    ).join(' ');
    for (const option of [...keys, ...distractors]) {
      const meta = META.find(([pattern]) => pattern.test(option.trim()));
      if (meta)
        problems.push(`The option “${option}” is of the kind “${meta[1]}”. Write a real one.`);
      const own = option.replace(/[“"][^”"]*[”"]/g, ' ');
      for (const [kind, pattern] of [
        ['absolute', ABSOLUTE],
        ['vague', VAGUE],
      ] as const) {
        const word = pattern.exec(own)?.[0];
        if (!word || ` ${quoted} `.includes(` ${word.toLowerCase()} `)) continue;
        problems.push(
          `The option “${option}” has the ${kind} word “${word}”, which test-wise readers rule ${kind === 'absolute' ? 'out' : 'in'}. Leave it out.`,
        );
      }
    }
    return problems;
  },
);
