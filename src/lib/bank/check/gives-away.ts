import { familyOf } from '../faces.ts';
import type { Bank } from '../types.ts';
import { readOption } from '../option-value.ts';
import { readBank } from './context.ts';
import { namesIn } from './names.ts';
import type { CheckContext, Item } from './types.ts';
import { contentWords, holds, phrase } from './words.ts';

/** A key of this many content words is recognised wherever it stands. */
const DISTINCTIVE_WORDS = 3;

/** Words that two stems must share before a short key in one can answer the other. */
const SHARED_WORDS = 2;

/** A number below this counts so much that it tells nothing by itself. */
const LARGE = 10;

/** A key that more of the stems than this hold is the bank's subject, and tells nobody anything. */
const COMMON = 0.05;

/**
 * Rule 13. Which questions must not meet in one session: question → those whose key its stem holds.
 * Only a key of a distinctive kind counts: a number or date, a name, or a phrase of several words. A
 * short one counts only where both questions cite one paragraph or their stems share two words.
 */
export function givesAway(bank: Bank): Map<string, string[]> {
  const context = readBank(bank);
  const secrets = context.faces.flatMap((item) => {
    const keys = distinctiveKeys(item, context);
    return keys.length > 0 ? [{ item, keys }] : [];
  });
  const found = new Map<string, Set<string>>();
  for (const teller of context.faces) {
    for (const { item, keys } of secrets) {
      // Siblings tell each other much, and are kept apart anyway.
      if (familyOf(item.question) === familyOf(teller.question)) continue;
      const tells = keys.some(
        ({ text, long }) => holds(teller.stemPhrase, text) && (long || near(teller, item)),
      );
      if (!tells) continue;
      const told = found.get(familyOf(teller.question)) ?? new Set<string>();
      found.set(familyOf(teller.question), told.add(familyOf(item.question)));
    }
  }
  return new Map([...found].map(([teller, told]) => [teller, [...told]]));
}

function distinctiveKeys(item: Item, { items, lexicon }: CheckContext) {
  const { question, keys } = item;
  if (['truefalse', 'order', 'match', 'evidence'].includes(question.type)) return [];
  if (question.type === 'number' && Math.abs(question.answer) < LARGE) return [];
  const limit = Math.max(2, items.length * COMMON);
  return keys.flatMap((key) => {
    const text = phrase(key);
    const content = contentWords(key);
    const bare = question.type === 'number' || readOption(key) !== undefined;
    const name = content.length > 0 && namesIn(key, lexicon).length >= content.length;
    const long = content.length >= DISTINCTIVE_WORDS;
    if (!text || !(bare || name || long)) return [];
    const telling = items.filter(({ stemPhrase }) => holds(stemPhrase, text)).length;
    return telling > limit ? [] : [{ text, long: long && !bare }];
  });
}

function near(a: Item, b: Item): boolean {
  const paragraphs = new Set(a.question.cites.map(({ paragraph }) => paragraph));
  if (b.question.cites.some(({ paragraph }) => paragraphs.has(paragraph))) return true;
  let shared = 0;
  for (const word of a.stemWords) if (b.stemWords.has(word)) shared++;
  return shared >= SHARED_WORDS;
}
