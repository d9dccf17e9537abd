import { gradeResponse, normalise, type Response, type Verdict } from '../grading/index.ts';
import type { LiveEvent } from './events.ts';
import type { Answer, Session, Vote } from './types.ts';
import { voteName } from './vote-name.ts';

/** Answers to open questions: what was written, and what it is worth since somebody has marked it. */

/** The words of an answer to an open question. */
export function writtenIn(response: Response): string {
  return response.kind === 'written' || response.kind === 'judged' ? response.text : '';
}

/** An answer that is worth nothing yet, because nobody has marked it. */
export function isUnmarked({ response }: Pick<Answer, 'response'>): boolean {
  return response.kind === 'written';
}

/** Of all that was closed: how many written answers nobody has marked. */
export function unmarkedIn({ answers, seats }: Session): number {
  let count = 0;
  for (const given of answers.values()) {
    for (const [seat, answer] of given) {
      if (isUnmarked(answer) && seats.get(seat)?.status === 'in') count++;
    }
  }
  return count;
}

/** Part of the fold: see `applyEvent`. */
export function markWritten(session: Session, event: LiveEvent & { kind: 'marked' }): void {
  const { place, vote, verdict, by } = event;
  const planned = session.plan[place];
  const given = session.answers.get(voteName(place, vote));
  if (!planned || !given) return;
  for (const seat of event.seats) {
    const answer = given.get(seat);
    if (!answer) continue;
    const response: Response = { kind: 'judged', verdict, text: writtenIn(answer.response) };
    const grade = gradeResponse(planned.question, response);
    given.set(seat, { ...answer, response, grade, marker: by });
  }
}

/** Written answers that say the same; for the teacher only, and without names. */
export interface Written {
  /** As it was written first. */
  readonly text: string;
  readonly count: number;
  /** What they are worth; null: not all of them are marked, or not alike. */
  readonly verdict: Verdict | null;
  /** Who marked them; null: not all are marked, or not by the same. */
  readonly by: Answer['marker'];
  /** On the board. */
  readonly shown: boolean;
}

/** As many written answers are told at once, those to be marked first: a message stays short. */
const MOST_WRITTEN = 30;

export function writtenTo(session: Session, place: number, vote: Vote): Written[] {
  const shown = new Set(session.shown.map(normalise));
  const groups = writtenGroups(session, place, vote).map(({ text, answers }): Written => {
    const [first, ...others] = answers;
    const marked = answers.every((answer) => !isUnmarked(answer));
    const same = others.every(({ grade }) => grade.verdict === first!.grade.verdict);
    const byOne = others.every(({ marker }) => marker === first!.marker);
    return {
      text,
      count: answers.length,
      verdict: marked && same ? first!.grade.verdict : null,
      by: byOne ? first!.marker : null,
      shown: shown.has(normalise(text)),
    };
  });
  const open = ({ by }: Written) => (by === 'teacher' ? 1 : 0);
  return groups.sort((a, b) => open(a) - open(b) || b.count - a.count).slice(0, MOST_WRITTEN);
}

/** All that say the same as this; undefined where nobody has written it. */
export function writtenLike(session: Session, place: number, vote: Vote, text: string) {
  const name = normalise(text);
  return writtenGroups(session, place, vote).find((group) => normalise(group.text) === name);
}

/** Those of who is in, in the order of their coming, by what they say. */
function writtenGroups(session: Session, place: number, vote: Vote) {
  const groups = new Map<string, { text: string; seats: string[]; answers: Answer[] }>();
  for (const [seat, answer] of session.answers.get(voteName(place, vote)) ?? []) {
    if (session.seats.get(seat)?.status !== 'in') continue;
    const text = writtenIn(answer.response).trim();
    if (text === '') continue;
    const name = normalise(text);
    const group = groups.get(name) ?? { text, seats: [], answers: [] };
    group.seats.push(seat);
    group.answers.push(answer);
    groups.set(name, group);
  }
  return [...groups.values()];
}
