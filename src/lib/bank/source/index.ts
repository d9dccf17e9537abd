export {
  compileBank,
  formatSourceProblem,
  type SourceFile,
  type SourceProblem,
} from './compile.ts';
export { bankJsonSchema } from './schema.ts';
