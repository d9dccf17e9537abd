export {
  gradeResponse,
  isGradable,
  type GradableQuestion,
  type Grade,
  type Response,
  type Verdict,
} from './grade.ts';
export { normalise } from './text.ts';
export { parseNumber } from './number.ts';
