import { placedParagraphs } from '../../document/index.ts';
import { keyTexts } from '../exchange.ts';
import { facesOf } from '../faces.ts';
import type { Bank, Question } from '../types.ts';
import { readValues } from '../values.ts';
import { lexiconOf } from './names.ts';
import { sentences } from '../../document/index.ts';
import type { CheckContext, Item } from './types.ts';
import { contentWords, phrase } from './words.ts';

/** Reads a bank once, so that no rule need read it again. */
export function readBank(bank: Bank, part?: string): CheckContext {
  const placed = placedParagraphs(bank.document);
  return {
    bank,
    document: bank.document,
    items: bank.questions.map(readQuestion),
    faces: bank.questions.flatMap(facesOf).map(readQuestion),
    passages: placed.flatMap(({ paragraph }) =>
      sentences(paragraph.text).map(({ text, start, end }) => ({
        paragraph: paragraph.id,
        start,
        end,
        phrase: phrase(text),
        words: new Set(contentWords(text)),
      })),
    ),
    lexicon: lexiconOf(bank.document),
    values: placed.flatMap(({ paragraph }) => readValues(paragraph.text)),
    paragraphs: new Map(
      placed.map(({ section, paragraph }) => [
        paragraph.id,
        { section: section.id, text: paragraph.text },
      ]),
    ),
    ...(part === undefined ? {} : { part }),
  };
}

function readQuestion(question: Question): Item {
  const stem = question.prompt.replace(/[\s:,;—–-]*\btrue or false\s*\?\s*$/i, '');
  return {
    question,
    stem,
    stemWords: new Set(contentWords(stem)),
    stemPhrase: phrase(stem),
    keys: keyTexts(question),
    distractors: 'distractors' in question ? question.distractors.map(({ text }) => text) : [],
    quotes: question.cites.map(({ exact }) => exact).join('\n'),
  };
}
