export type { Answering } from './answering.ts';
export { asked, isLive, LONGEST_TYPED, planOf, readResponse, type Asked } from './asked.ts';
export type { BoardView, HostView } from './audience.ts';
export type { Distribution, Typed } from './counts.ts';
export { isUnmarked, type Written } from './written.ts';
export type { Ending, MissedPassage, Standing } from './ending.ts';
export type { Command } from './deciding.ts';
export { createdEvent } from './created.ts';
export { Engine } from './engine.ts';
export type { LiveEvent } from './events.ts';
export { BACK, freeRoster, offeredNames } from './joining.ts';
export { Bucket, Buckets, GUESSES, JOINS, MESSAGES, MOST_BYTES } from './limits.ts';
export { cleanName, freeName } from './names.ts';
export type { HostNews, SeatNews } from './news.ts';
export { readPlan, readSettings } from './plan-input.ts';
export type { Appended, EnginePorts } from './ports.ts';
export { totalPoints, type OwnResult, type TeamStanding } from './results.ts';
export { readRoster } from './roster.ts';
export { SeatLine, type SeatKnown, type Sent } from './seat-line.ts';
export { answerOf, foldSession, lastAnswerOf, voteName } from './session.ts';
export {
  isId,
  mayPublish,
  maySubscribe,
  publishable,
  subscribable,
  topics,
  type Role,
} from './topics.ts';
export type { Transport, TransportState } from './transport.ts';
export type {
  Answer,
  LiveQuestion,
  Passage,
  Phase,
  Planned,
  Seat,
  Session,
  Settings,
  Vote,
} from './types.ts';
export { missedBy, type HostSeat, type SeatView, type Stage } from './views.ts';
