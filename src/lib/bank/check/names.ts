import type { Document } from '../../document/index.ts';
import { STOP_WORDS } from './stop-words.ts';
import { oneAmerica, words } from './words.ts';

/** What a document tells about names: which words it writes with a capital, and which words it has. */
export interface Lexicon {
  /** Capitalised in the middle of a sentence, and never small. */
  readonly names: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

const WORD = /[\p{L}\p{N}]+(?:[’'.&-][\p{L}\p{N}]+)*/gu;

/** A word of a name: as compared, and as written. */
export interface Name {
  readonly folded: string;
  readonly text: string;
}

interface Written {
  readonly text: string;
  /** As compared: small letters, no accents, no possessive. */
  readonly folded: readonly string[];
  readonly capital: boolean;
  readonly acronym: boolean;
  /** First in its sentence, or after a colon or an opening quotation mark. */
  readonly initial: boolean;
  /** Nothing but a space between it and the word before. */
  readonly adjacent: boolean;
}

function written(raw: string): Written[] {
  const text = oneAmerica(raw);
  return [...text.matchAll(WORD)].map((match) => {
    const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    const before = line.trimEnd();
    const opened = /[“"‘(]$/.test(line);
    return {
      text: match[0],
      folded: words(match[0]),
      capital: /^\p{Lu}/u.test(match[0]),
      acronym: /^\p{Lu}{2,}s?$/u.test(match[0]),
      adjacent: /[\p{L}\p{N}.]\s$/u.test(line),
      initial: before === '' || opened || /(?:[?!:;]|(?<!\b\p{Lu})\.)[”"’)]*$/u.test(before),
    };
  });
}

export function lexiconOf(document: Document): Lexicon {
  const paragraphs = document.sections.flatMap((section) => section.paragraphs);
  const names = new Set<string>();
  const small = new Set<string>();
  for (const { text } of paragraphs) {
    for (const { folded, capital, initial } of written(text)) {
      for (const word of folded) {
        if (!capital) small.add(word);
        else if (!initial) names.add(word);
      }
    }
  }
  const all = [document.title, ...document.sections.map(({ heading }) => heading)];
  for (const { text } of paragraphs) all.push(text);
  return {
    names: new Set([...names].filter((word) => !small.has(word))),
    words: new Set(all.flatMap(words)),
  };
}

/**
 * The words of a text that belong to names. A word that opens a sentence has its capital from there,
 * so it counts only where the document knows it as a name, or where another capital follows.
 */
export function namesIn(source: string, lexicon: Lexicon): Name[] {
  const all = written(source);
  return all.flatMap(({ text, folded, capital, acronym, initial }, index) => {
    if (!capital) return [];
    const next = all[index + 1];
    const pair = !!next?.capital && next.adjacent && !next.initial;
    const names = folded.filter((word) => {
      // “I”, and the capital letter of an initial such as the P in “P. Escobar”.
      if (word.length < 2 || /^\p{N}+$/u.test(word)) return false;
      if (acronym) return true;
      if (STOP_WORDS.has(word)) return false;
      return initial ? lexicon.names.has(word) || pair : true;
    });
    return names.map((name) => ({ folded: name, text: text.replace(/[’']s$/, '') }));
  });
}

/** Whether a text spells an acronym out: DEA – Drug Enforcement Administration. */
export function spellsOut(text: string, acronym: string): boolean {
  const initials = [...text.matchAll(/\b\p{Lu}[\p{L}’']*/gu)].map((match) => match[0][0]);
  return acronym.length > 1 && initials.join('').toLowerCase().includes(acronym);
}

/** Whether a name is one of these words, as itself or its adjective: Mexico – Mexican, China – Chinese. */
export function knowsName(known: ReadonlySet<string>, name: string): boolean {
  if (known.has(name)) return true;
  for (const word of known) {
    const shorter = Math.min(word.length, name.length);
    let shared = 0;
    while (shared < shorter && word[shared] === name[shared]) shared++;
    if (shared >= 4 && shared >= shorter - 2) return true;
  }
  return false;
}
