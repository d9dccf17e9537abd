import { FALSE, TRUE, shownWith } from '../bank/index.ts';
import { normalise, type Response, type Verdict } from '../grading/index.ts';
import { seedAt } from './session.ts';
import { voteName } from './vote-name.ts';
import { isUnmarked } from './written.ts';
import type { Answer, Session, Vote } from './types.ts';

/** How a class answered: counts, and nobody's name. */
export interface Distribution {
  readonly place: number;
  readonly vote: Vote;
  /** Those who answered. */
  readonly answered: number;
  /** Of these, the written ones that nobody has marked yet; they are in no verdict. */
  readonly unmarked: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Of a question with options: how many took each, in the order in which they stand. */
  readonly options: readonly { readonly text: string; readonly count: number }[];
  /** The share, from 0 to 1, of the answers that were not right; null: there is none that is marked. */
  readonly missed: number | null;
}

/** Counts only those who are in. */
export function distributionOf(session: Session, place: number, vote: Vote): Distribution | null {
  const planned = session.plan[place];
  if (!planned) return null;
  const answers = standing(session, place, vote);
  const verdicts = { right: 0, partly: 0, wrong: 0 };
  const taken = new Map<string, number>();
  const marked = answers.filter((answer) => !isUnmarked(answer));
  for (const { grade, response } of marked) {
    verdicts[grade.verdict]++;
    for (const text of takenIn(response)) taken.set(text, (taken.get(text) ?? 0) + 1);
  }
  const { options } = shownWith(planned.question, seedAt(session, place) ?? '');
  return {
    place,
    vote,
    answered: answers.length,
    unmarked: answers.length - marked.length,
    verdicts,
    options: options.map((text) => ({ text, count: taken.get(text) ?? 0 })),
    missed: marked.length === 0 ? null : 1 - verdicts.right / marked.length,
  };
}

function standing(session: Session, place: number, vote: Vote): Answer[] {
  const given = session.answers.get(voteName(place, vote));
  return [...(given ?? [])]
    .filter(([seat]) => session.seats.get(seat)?.status === 'in')
    .map(([, answer]) => answer);
}

function takenIn(response: Response): readonly string[] {
  if (response.kind === 'option') return [response.text];
  if (response.kind === 'options') return response.texts;
  return response.kind === 'truth' ? [response.value ? TRUE : FALSE] : [];
}

/** What was typed, the most frequent first; for the teacher only: students write all sorts of things. */
export interface Typed {
  readonly text: string;
  readonly count: number;
  readonly verdict: Verdict;
}

const MOST_TYPED = 12;

export function typedIn(session: Session, place: number, vote: Vote): Typed[] {
  const groups = new Map<string, { text: string; count: number; verdict: Verdict }>();
  for (const { response, grade } of standing(session, place, vote)) {
    if (response.kind !== 'typed') continue;
    const name = normalise(response.text);
    const group = groups.get(name) ?? { text: response.text, count: 0, verdict: grade.verdict };
    group.count++;
    groups.set(name, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count).slice(0, MOST_TYPED);
}
