import type { Question } from '../bank/index.ts';
import { gradeResponse, type Grade, type Response } from '../grading/index.ts';
import type { Confidence } from '../journal/index.ts';
import { sectionOf } from './askable.ts';
import { isUnjudged, type Place, type Run } from './run.ts';
import { t } from '../language/index.ts';

/** How one question went. */
export interface Outcome {
  readonly question: Question;
  /** Null where it was left open, as an exam allows: that is wrong. */
  readonly response: Response | null;
  readonly grade: Grade;
  readonly confidence: Confidence | null;
  readonly duration: number;
}

/** An outcome that has an answer. */
export interface Answered extends Outcome {
  readonly response: Response;
}

const OPEN: Grade = { verdict: 'wrong', credit: 0, note: t('Left open.') };

/** The place as it was answered and graded; null while there is no answer, or none that is judged. */
export function answeredAt(place: Place | undefined): Answered | null {
  if (!place?.response || isUnjudged(place)) return null;
  const { question, response, confidence, duration } = place;
  return { question, response, confidence, duration, grade: gradeResponse(question, response) };
}

/** The answers given so far, in the order of the questions. */
export function answersIn(run: Run): Answered[] {
  return run.places.map(answeredAt).filter((answered) => answered !== null);
}

/**
 * What a result is about: all questions of an exam; in practice those that were answered, for the
 * rest was not asked.
 */
export function outcomes(run: Run): Outcome[] {
  if (run.mode === 'practice') return answersIn(run);
  return run.places.map((place) => answeredAt(place) ?? { ...place, response: null, grade: OPEN });
}

/** How many of the questions about something were right. */
export interface Tally<Name extends string = string> {
  readonly name: Name;
  readonly asked: number;
  readonly right: number;
}

/** Right answers by what the questions are about, in the order given; what has none is left out. */
export function tally<Name extends string>(
  answers: readonly Outcome[],
  order: readonly Name[],
  isAbout: (question: Question, name: Name) => boolean,
): Tally<Name>[] {
  return order
    .map((name) => {
      const about = answers.filter(({ question }) => isAbout(question, name));
      const right = about.filter(({ grade }) => grade.verdict === 'right').length;
      return { name, asked: about.length, right };
    })
    .filter(({ asked }) => asked > 0);
}

export interface SectionResult {
  readonly section: string;
  readonly asked: number;
  readonly right: number;
}

/** Right answers by section. */
export function resultsBySection(
  answers: readonly Outcome[],
  order: readonly string[],
): SectionResult[] {
  return tally(answers, order, (question, section) => sectionOf(question) === section).map(
    ({ name, asked, right }) => ({ section: name, asked, right }),
  );
}
