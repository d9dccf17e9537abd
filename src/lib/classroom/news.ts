import type { Failure } from '../primitives/index.ts';
import type { HostView } from './audience.ts';
import type { HostSeat, SeatView } from './views.ts';

/** A message to the teacher’s page. */
export type HostNews =
  | { readonly t: 'view'; readonly view: HostView }
  /** Those that have changed; with `all`, there are no others. */
  | { readonly t: 'seats'; readonly all: boolean; readonly seats: readonly HostSeat[] }
  | { readonly t: 'left'; readonly seat: string }
  | { readonly t: 'done'; readonly id: string; readonly failure: Failure | null };

/** A message to one student. */
export type SeatNews =
  | { readonly t: 'view'; readonly view: SeatView }
  | { readonly t: 'refused'; readonly place: number; readonly failure: Failure }
  | { readonly t: 'moved'; readonly seat: string };
