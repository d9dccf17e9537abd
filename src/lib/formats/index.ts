export { readMarkdown } from './markdown/index.ts';
