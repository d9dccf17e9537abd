import type { Question } from '../types.ts';
import type { Problem, Rule, Waiver } from './types.ts';

const RULE = 'waiver';

/**
 * Takes out the problems that a question waives with a written reason. A waiver that does nothing is
 * a problem itself: it would hide the next mistake.
 */
export function applyWaivers(
  questions: readonly Question[],
  found: readonly Problem[],
  rules: readonly Rule[],
): { problems: Problem[]; waivers: Waiver[] } {
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  const fired = new Set(found.map(({ rule, question }) => `${rule} ${question}`));
  const waivers: Waiver[] = [];
  const faults: Problem[] = [];
  for (const { id, waive } of questions) {
    for (const [name, reason] of Object.entries(waive)) {
      const rule = byName.get(name);
      const fault = (message: string) => faults.push({ rule: RULE, question: id, message });
      if (!rule)
        fault(`There is no rule “${name}”. The rules are: ${[...byName.keys()].join(', ')}.`);
      else if (rule.scope !== 'question') {
        fault(`“${name}” is about the bank as a whole and cannot be waived. Mend the bank.`);
      } else if (reason.trim() === '') fault(`The waiver of “${name}” has no reason. Write it.`);
      else if (!fired.has(`${name} ${id}`)) {
        fault(`The question does not break “${name}”. Take the waiver out.`);
      } else waivers.push({ rule: name, question: id, reason });
    }
  }
  const waived = new Set(waivers.map(({ rule, question }) => `${rule} ${question}`));
  return {
    problems: [
      ...found.filter(({ rule, question }) => !waived.has(`${rule} ${question}`)),
      ...faults,
    ],
    waivers,
  };
}
