export { describe, CONTEXT_LENGTH, type Place } from './describe.ts';
export { find, type Found } from './find.ts';
