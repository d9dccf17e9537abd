import type { Bank } from '../types.ts';
import { readBank } from './context.ts';
import { RULES } from './rules/index.ts';
import { citedParagraphs } from './rules/bank.ts';
import { blindScores, chance } from './rules/blind.ts';
import type { CheckReport, Problem, Rule } from './types.ts';
import { applyWaivers } from './waivers.ts';

export interface CheckOptions {
  /**
   * The bank holds only the questions of this section: paragraphs of others need not be cited, and
   * what is asked of the bank as a whole is left out.
   */
  readonly part?: string;
}

/**
 * Holds a bank against part A of the standard for questions: what a machine can judge, a rule each
 * (`RULES`). Rules that read English words are left out for documents in other languages.
 */
export function checkBank(bank: Bank, { part }: CheckOptions = {}): CheckReport {
  const context = readBank(bank, part);
  const english = /^en\b/i.test(bank.document.language);
  const applies = (rule: Rule) =>
    (english || !rule.english) && (part === undefined || rule.scope !== 'bank');
  const found: Problem[] = RULES.filter(applies).flatMap((rule) =>
    rule.check(context).map(({ question, message }) => ({ rule: rule.name, question, message })),
  );
  const { problems, waivers } = applyWaivers(bank.questions, found, RULES);
  const counts = [...citedParagraphs(context).values()];
  return {
    questions: bank.questions.length,
    problems,
    blind: Object.fromEntries(
      blindScores(context).map(({ strategy, score }) => [strategy, round(score)]),
    ),
    chance: round(chance(context)),
    coverage: { paragraphs: counts.length, cited: counts.filter((count) => count > 0).length },
    waivers,
  };
}

/** Shares to a thousandth: more would only be noise in a report. */
const round = (share: number) => Math.round(share * 1000) / 1000;
