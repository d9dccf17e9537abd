import { foldText, shuffled, type Random } from '../primitives/index.ts';
import type { Bank, ClozeQuestion } from '../bank/index.ts';

/** How many words stand beside the right ones. */
const OTHERS = 5;

/**
 * The words to pick from for the gap of a cloze, in a mixed order: the right ones and, from the gaps
 * and short answers of the same bank, others that look like them: figures beside figures, names beside
 * names, of the same section first. None of them is right too, nor stands in the sentence already.
 */
export function gapWords(question: ClozeQuestion, bank: Bank, random: Random): string[] {
  const { answer, cites } = question;
  const taken = new Set([answer, ...question.accept].map(foldText));
  const sentence = foldText(question.prompt);
  const others: { words: string; near: boolean }[] = [];
  for (const other of shuffled(bank.questions, random)) {
    if (other.type !== 'cloze' && other.type !== 'short') continue;
    const folded = foldText(other.answer);
    if (taken.has(folded) || sentence.includes(folded) || !isAlike(other.answer, answer)) continue;
    // Of what means the same in this bank, one is enough.
    [other.answer, ...other.accept].forEach((words) => taken.add(foldText(words)));
    others.push({ words: other.answer, near: other.cites[0].section === cites[0].section });
  }
  const nearest = [...others.filter(({ near }) => near), ...others.filter(({ near }) => !near)];
  return shuffled([answer, ...nearest.slice(0, OTHERS).map(({ words }) => words)], random);
}

/** Whether two answers look alike: a figure, a name or other words; and about as long. */
function isAlike(one: string, other: string): boolean {
  return kindOf(one) === kindOf(other) && Math.abs(wordsIn(one) - wordsIn(other)) <= 2;
}

function kindOf(answer: string): 'figure' | 'name' | 'words' {
  if (/\d/.test(answer)) return 'figure';
  return /^\p{Lu}/u.test(answer) ? 'name' : 'words';
}

function wordsIn(answer: string): number {
  return answer.trim().split(/\s+/).length;
}
