import { FALSE, keyOptions, TRUE, shownWith } from '../bank/index.ts';
import { normalise, type Response, type Verdict } from '../grading/index.ts';
import { teamStandings, type TeamStanding } from './results.ts';
import { answerOf, placesShown, voteName } from './session.ts';
import type { Answer, LiveQuestion, Session, Vote } from './types.ts';

/** How a class answered: counts, and nobody's name. */
export interface Distribution {
  readonly place: number;
  readonly vote: Vote;
  /** Those who answered. */
  readonly answered: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Of a question with options: how many took each, in the order in which they stand. */
  readonly options: readonly { readonly text: string; readonly count: number }[];
  /** The share, from 0 to 1, of those who answered that did not have it right; null: nobody did. */
  readonly missed: number | null;
}

/** Counts only those who are in. */
export function distributionOf(session: Session, place: number, vote: Vote): Distribution | null {
  const planned = session.plan[place];
  if (!planned) return null;
  const answers = standing(session, place, vote);
  const verdicts = { right: 0, partly: 0, wrong: 0 };
  const taken = new Map<string, number>();
  for (const { grade, response } of answers) {
    verdicts[grade.verdict]++;
    for (const text of takenIn(response)) taken.set(text, (taken.get(text) ?? 0) + 1);
  }
  const { options } = shownWith(planned.question, session.seeds.get(place) ?? '');
  return {
    place,
    vote,
    answered: answers.length,
    verdicts,
    options: options.map((text) => ({ text, count: taken.get(text) ?? 0 })),
    missed: answers.length === 0 ? null : 1 - verdicts.right / answers.length,
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

/** What the board may show besides the stage. */
export interface BoardView {
  readonly n: number;
  /** What students type to come in; null while the room is locked. */
  readonly code: string | null;
  /** Let in; of these, connected; and waiting to be let in. */
  readonly students: number;
  readonly present: number;
  readonly waiting: number;
  /** Of those who are in: how many have answered all that is open. */
  readonly answered: number;
  /** Only once the key is shown: before, it would tell what others think. */
  readonly distribution: Distribution | null;
  /** The first vote beside the second. */
  readonly before: Distribution | null;
  /** The right ones among the options, once they are shown. */
  readonly key: readonly string[];
  readonly teams: readonly TeamStanding[];
}

export function boardViewOf(
  session: Session,
  present: (seat: string) => boolean,
  code: string | null,
): BoardView {
  const seats = [...session.seats.values()];
  const inside = seats.filter(({ status }) => status === 'in');
  const places = placesShown(session);
  const { place, vote, phase } = session;
  const isShown = phase === 'revealed' && session.settings.pace === 'together';
  const question: LiveQuestion | undefined = session.plan[place]?.question;
  return {
    n: session.n,
    code: session.locked || phase === 'ended' ? null : code,
    students: inside.length,
    present: inside.filter(({ id }) => present(id)).length,
    waiting: seats.filter(({ status }) => status === 'waiting').length,
    answered: inside.filter(
      ({ id }) => places.length > 0 && places.every((at) => answerOf(session, id, at, vote)),
    ).length,
    distribution: isShown ? distributionOf(session, place, vote) : null,
    before: isShown && vote === 2 ? distributionOf(session, place, 1) : null,
    key: isShown && question ? keyOptions(question) : [],
    teams: teamStandings(session),
  };
}

/** What the teacher's page sees besides the stage and the students. */
export interface HostView extends BoardView {
  readonly locked: boolean;
  readonly settings: Session['settings'];
  /** As the answers come in, also before the key is shown; for each question that is open. */
  readonly distributions: readonly Distribution[];
  readonly typed: readonly Typed[];
}

export function hostViewOf(
  session: Session,
  present: (seat: string) => boolean,
  code: string | null,
): HostView {
  const { place, vote, settings, locked } = session;
  return {
    ...boardViewOf(session, present, code),
    locked,
    settings,
    distributions: placesShown(session).flatMap((at) => distributionOf(session, at, vote) ?? []),
    before: vote === 2 ? distributionOf(session, place, 1) : null,
    typed: settings.pace === 'together' ? typedIn(session, place, vote) : [],
  };
}
