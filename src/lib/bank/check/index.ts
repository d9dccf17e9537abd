export { checkBank, type CheckOptions } from './check.ts';
export { givesAway } from './gives-away.ts';
export { packed } from './packed.ts';
export { RULES } from './rules/index.ts';
export type { CheckReport, Problem, Rule, Waiver } from './types.ts';
