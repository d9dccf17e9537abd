import type { Instant } from '../primitives/index.ts';
import {
  answerOf,
  isUnmarked,
  lastAnswerOf,
  voteName,
  type Answer,
  type Session,
} from '../classroom/index.ts';
import { t } from '../language/index.ts';
import { UNMARKED } from './unmarked.ts';
import type { ClassRecord, Given, Sheet, SheetAnswer } from './types.ts';

/**
 * The record of a live session: a sheet for everyone who was let in, also who answered nothing. Taken
 * again, later or by another device, it has the same ids.
 *
 * @param session folded from its log
 * @param at when it began: the time of the log's first event
 */
export function recordOf(session: Session, at: Instant): ClassRecord {
  const { id, settings, plan, seats } = session;
  const sheets = [...seats.values()]
    .filter(({ status }) => status === 'in')
    .map((seat): Sheet => {
      const answers = plan.map((_, place) =>
        isSkipped(session, place) ? null : answerAt(session, seat.id, place),
      );
      return { source: 'live', id: `live/${id}/${seat.id}`, name: seat.name, at, answers };
    });
  return { id, title: settings.title, at, plan, sheets };
}

/** Its key was never shown, and the class went on: it counts for nothing, as the students were told. */
function isSkipped({ settings, seeds, revealed, place: open }: Session, place: number): boolean {
  return settings.pace === 'together' && seeds.has(place) && !revealed.has(place) && place !== open;
}

function answerAt(session: Session, seat: string, place: number): SheetAnswer | null {
  const counts = lastAnswerOf(session, seat, place);
  if (!counts) return null;
  const first = session.answers.has(voteName(place, 2)) ? answerOf(session, seat, place, 1) : null;
  return { ...givenIn(counts), first: first && givenIn(first) };
}

function givenIn(answer: Answer): Given {
  const { response, grade, confidence, elapsed } = answer;
  const note = isUnmarked(answer) ? UNMARKED : answer.marker === 'self' ? BY_STUDENT : null;
  return { response, grade: note === null ? grade : { ...grade, note }, confidence, elapsed };
}

const BY_STUDENT = t('Marked by the student.');
