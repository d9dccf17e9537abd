import { BLANK } from '../../types.ts';
import { STOP_WORDS } from '../stop-words.ts';
import { eachQuestion, type Item } from '../types.ts';
import { countWords, holds, phrase, stem as stemOf, words } from '../words.ts';
import { t } from '../../../language/index.ts';

const MIN_WORDS = 6;
const MAX_WORDS = 36;

/** From this many content words on, “this” and “it” have something in the stem to point back to. */
const ANTECEDENT_WORDS = 4;

/** Rule 11. */
export const stemForm = eachQuestion(
  {
    name: 'stem-form',
    about:
      'A stem has 6 to 36 words, ends in “?” or holds exactly one blank, and makes sense alone.',
    english: true,
  },
  (item: Item) => {
    const { question } = item;
    const prompt = question.prompt.trim();
    const problems: string[] = [];
    const length = countWords(prompt);
    if (length < MIN_WORDS)
      problems.push(
        t(
          'The question has {0} words. It takes at least {1} to be clear by itself.',
          length,
          MIN_WORDS,
        ),
      );
    if (length > MAX_WORDS)
      problems.push(t('The question has {0} words. Cut it to {1}.', length, MAX_WORDS));
    const blanks = prompt.match(/_{3,}/g)?.length ?? 0;
    if (blanks > 1) problems.push(t('There are {0} gaps. Leave one.', blanks));
    else if (question.type === 'cloze' && blanks === 0)
      problems.push(t('There is no gap. Write it {0}.', BLANK));
    else if (blanks === 0 && !/\?[”"’')]*$/.test(prompt)) {
      problems.push(t('It does not end in “?” and has no gap. Ask a question.'));
    }
    if (question.type === 'truefalse' && !/\btrue or false\s*\?$/i.test(prompt)) {
      problems.push('A true/false stem ends in “…: true or false?”.');
    }
    const word = dangling(item);
    if (word) {
      problems.push(t('“{0}” points at something that the question does not say. Name it.', word));
    }
    return problems;
  },
);

const POINTS_BACK =
  /\b(?:the latter|the aforementioned|the above|(?:as )?mentioned (?:above|earlier|before)|the former(?=\s*[,.;?]|\s+(?:is|was|did|does|has|had|and|or)\b)|this section|this paragraph|this sentence)\b/i;
const PRONOUN = /^(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|itself|themselves)$/;
const POINTER = /^(?:this|these|those)$/;

/** The word of a stem that only makes sense beside the text. */
function dangling({ question, stem }: Item): string | undefined {
  const back = POINTS_BACK.exec(stem)?.[0];
  if (back) return back;
  const hasList = !['open', 'short', 'number', 'cloze', 'truefalse'].includes(question.type);
  const all = words(stem);
  const seen: string[] = [];
  for (const [index, word] of all.entries()) {
    const next = all[index + 1] ?? '';
    if (PRONOUN.test(word) && seen.length === 0 && !isDummy(all, index)) return word;
    if (POINTER.test(word) && !hasList && seen.length < ANTECEDENT_WORDS) {
      // “those who …” and “this document” point at what is there.
      const known = /^(?:who|whom|whose|which|that|of|in|with|document|article|text)$/.test(next);
      if (!known && !seen.includes(stemOf(next))) return `${word} ${next}`.trim();
    }
    if (!STOP_WORDS.has(word)) seen.push(stemOf(word));
  }
  return undefined;
}

/** “Why is it unlikely that …?”: this “it” stands for what follows. */
function isDummy(all: readonly string[], index: number): boolean {
  if (all[index] !== 'it') return false;
  const around = [all[index - 1], all[index + 1]];
  return (
    around.some((word) =>
      /^(?:is|was|be|would|will|does|did|make|makes|made|take|takes)$/.test(word ?? ''),
    ) && all.slice(index + 1).some((word) => /^(?:that|to|for|if)$/.test(word))
  );
}

const LARGE = 10;

/** Rule 13, as far as one question can break it alone; `givesAway` has the rest. */
export const ownKey = eachQuestion(
  {
    name: 'own-key',
    about: 'No stem holds its own key.',
  },
  ({ question, keys, stemPhrase }: Item) => {
    switch (question.type) {
      case 'open':
      case 'choice':
      case 'cloze':
      case 'short':
      case 'number':
      case 'evidence':
      case 'multi': {
        // A small number in the stem mostly counts something else: “which of the two …”.
        if (question.type === 'number' && Math.abs(question.answer) < LARGE) return [];
        const told = keys.filter((key) => holds(stemPhrase, phrase(key)));
        if (told.length === 0 || (question.type === 'multi' && told.length < keys.length))
          return [];
        return [t('The question holds its own answer, “{0}”. Ask without it.', told[0]!)];
      }
      default:
        return [];
    }
  },
);
