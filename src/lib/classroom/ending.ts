import { distributionOf } from './counts.ts';
import { totalPoints } from './results.ts';
import { lastAnswerOf, voteAt } from './session.ts';
import type { Session } from './types.ts';

/** A passage that decides questions, with how many missed them. */
export interface MissedPassage {
  readonly section: string;
  readonly heading: string;
  readonly paragraph: string;
  /** The words that decide the question that was missed most. */
  readonly quote: string;
  /** That question. */
  readonly place: number;
  readonly prompt: string;
  readonly language: string;
  /** The share of the answers about the passage, from 0 to 1, that were not right. */
  readonly missed: number;
}

/** A session in short, once it is over. It names nobody. */
export interface Ending {
  /** Those whose key was shown. */
  readonly questions: number;
  /** Students who answered at least one of them. */
  readonly students: number;
  /** The share of all answers to them, from 0 to 1, that were right; null: there is none. */
  readonly right: number | null;
  /** The passages that were missed most, the worst first; those that nobody missed are left out. */
  readonly passages: readonly MissedPassage[];
}

const MOST_PASSAGES = 5;
const LONGEST_QUOTE = 400;

export function endingOf(session: Session): Ending {
  const asked = [...session.revealed].flatMap(
    (place) => distributionOf(session, place, voteAt(session, place)) ?? [],
  );
  const answered = asked.reduce((sum, one) => sum + one.answered - one.unmarked, 0);
  const right = asked.reduce((sum, one) => sum + one.verdicts.right, 0);
  const inside = [...session.seats.values()].filter(({ status }) => status === 'in');
  return {
    questions: asked.length,
    students: inside.filter(({ id }) =>
      asked.some(({ place }) => lastAnswerOf(session, id, place) !== null),
    ).length,
    right: answered === 0 ? null : right / answered,
    passages: missedMost(session, asked),
  };
}

type Asked = NonNullable<ReturnType<typeof distributionOf>>;

function missedMost({ plan }: Session, asked: readonly Asked[]): MissedPassage[] {
  const byParagraph = new Map<string, Asked[]>();
  for (const one of asked) {
    const { document = '', paragraph = '' } = plan[one.place]?.passage ?? {};
    const name = JSON.stringify([document, paragraph]);
    byParagraph.set(name, [...(byParagraph.get(name) ?? []), one]);
  }
  return [...byParagraph.values()]
    .flatMap((about) => {
      const answered = about.reduce((sum, one) => sum + one.answered - one.unmarked, 0);
      const right = about.reduce((sum, one) => sum + one.verdicts.right, 0);
      const worst = about.reduce((one, other) =>
        (other.missed ?? 0) > (one.missed ?? 0) ? other : one,
      );
      const planned = plan[worst.place];
      if (!planned || answered === 0 || right === answered) return [];
      const { section, heading, paragraph, text, start, end, language = 'en' } = planned.passage;
      return {
        section,
        heading,
        paragraph,
        quote: text.slice(start, end).slice(0, LONGEST_QUOTE),
        place: worst.place,
        prompt: planned.question.prompt,
        language,
        missed: 1 - right / answered,
      };
    })
    .sort((a, b) => b.missed - a.missed)
    .slice(0, MOST_PASSAGES);
}

export interface Standing {
  /** Who has as many points has the same rank. */
  readonly rank: number;
  readonly name: string;
  readonly points: number;
}

/** Those with the most points: never the whole class, of which somebody would be the last. */
export function bestOf(session: Session, most = 5): Standing[] {
  const all = [...session.seats.values()]
    .filter(({ status }) => status === 'in')
    .map((seat) => ({ name: seat.name, points: totalPoints(session, seat) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
  return all
    .slice(0, most)
    .map((one) => ({ rank: 1 + all.findIndex(({ points }) => points === one.points), ...one }));
}
