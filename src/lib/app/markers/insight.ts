import { letterUp, type Letter, type PaperSession, type Sighting } from '../../markers/index.ts';
import type { Found } from '../../markers/detect/index.ts';

/** A card that is in the picture now, for the drawing over it. */
export interface InSight {
  /** Its four corners, as SVG has them. */
  readonly points: string;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** `read`: it counts. `strange`: it is not of this class. */
  readonly state: 'read' | 'seen' | 'strange';
}

/** @param said card → the letter that counts */
export function insightOf(
  found: readonly Found[],
  { students }: Pick<PaperSession, 'students'>,
  said: Readonly<Record<number, Letter>>,
): InSight[] {
  const names = new Map(students.map(({ card, name }) => [card, name]));
  return found.map(({ number, corners }) => {
    const card = number + 1;
    const name = names.get(card);
    return {
      points: corners.map(({ x, y }) => `${x},${y}`).join(' '),
      x: corners.reduce((sum, corner) => sum + corner.x, 0) / 4,
      y: corners.reduce((sum, corner) => sum + corner.y, 0) / 4,
      name: name ?? String(card),
      state: name === undefined ? 'strange' : said[card] ? 'read' : 'seen',
    };
  });
}

/** What the cards say. They count from 1, markers from 0. */
export function sightingsOf(found: readonly Found[]): Sighting[] {
  return found.flatMap(({ number, corners }) => {
    const letter = letterUp(corners);
    return letter === null ? [] : [{ card: number + 1, letter }];
  });
}
