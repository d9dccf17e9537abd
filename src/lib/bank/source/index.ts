export { compileBank, formatSourceProblem } from './compile.ts';
export type { SourceFile, SourceProblem } from './parse.ts';
export { bankJsonSchema } from './schema.ts';
