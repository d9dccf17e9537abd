export type { Answering } from './answering.ts';
export type { Asked } from './asked.ts';
export type { BoardView, Distribution, HostView, Typed } from './counts.ts';
export type { Command } from './deciding.ts';
export type { EnginePorts, HostNews, SeatNews } from './engine.ts';
export type { LiveEvent } from './events.ts';
export type { OwnResult, TeamStanding } from './results.ts';
export type { SeatKnown, Sent } from './seat-line.ts';
export { foldSession, lastAnswerOf } from './session.ts';
export { topics, type Role } from './topics.ts';
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
export { totalPoints } from './results.ts';
export type { HostSeat, SeatView, Stage } from './views.ts';
