import { err, ok, type Instant, type Result } from '../primitives/index.ts';
import type { Happening, LiveEvent } from './events.ts';

/** The first event of a session. */
export function createdEvent(
  created: Omit<Happening & { kind: 'created' }, 'kind'>,
  now: Instant,
): Result<LiveEvent> {
  if (created.plan.length === 0) {
    return err({ code: 'no-questions', message: 'Choose at least one question to ask.' });
  }
  return ok({ kind: 'created', n: 1, at: now, ...created });
}
