export { gradeResponse, isGradable } from './grade.ts';
export {
  isResponse,
  VERDICTS,
  type Grade,
  type Response,
  type Span,
  type Verdict,
} from './response.ts';
export { normalise } from './text.ts';
export { parseNumber } from './number.ts';
