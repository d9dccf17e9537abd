import type { Instant, OffsetMinutes } from '../primitives/index.ts';

/**
 * Places with their time: minutes east of UTC, and in summer, which is from one instant to another.
 * Madrid as Europe/Madrid of 2026, New York as America/New_York, Kiritimati the earliest of all.
 */
const PLACES = {
  Madrid: { offset: 60, summer: 120, from: Date.UTC(2026, 2, 29, 1), to: Date.UTC(2026, 9, 25, 1) },
  'New York': {
    offset: -300,
    summer: -240,
    from: Date.UTC(2026, 2, 8, 7),
    to: Date.UTC(2026, 10, 1, 6),
  },
  Kiritimati: { offset: 840, summer: 840, from: 0, to: 0 },
};

export type Place = keyof typeof PLACES;

/** Minutes east of UTC. */
export function offsetAt(place: Place, at: Instant): OffsetMinutes {
  const { offset, summer, from, to } = PLACES[place];
  return at >= from && at < to ? summer : offset;
}
