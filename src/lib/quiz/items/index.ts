export { guessChance } from '../guessing.ts';
export { itemStatistics, type ItemStatistics } from './statistics.ts';
export { takingsOf, type ItemAnswer, type QuizHistory, type Taking } from '../takings.ts';
export type { Discrimination } from './discrimination.ts';
export type { ItemFinding } from './findings.ts';
export type { BrokenRule } from './rules.ts';
export type { TakenOption } from './taken-options.ts';
