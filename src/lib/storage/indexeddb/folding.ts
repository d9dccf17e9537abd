/** What writes and folds, fetched together once it is needed. */
export { beginRebuild } from './write.ts';
export { newAppender, type Appender } from './appender.ts';
