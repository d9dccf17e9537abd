import {
  matchRoster,
  type ClassRecord,
  type RosterRow,
  type Student,
  type StudentScore,
  type SourcedAnswer,
} from '../../gradebook/index.ts';
import type { TableFile } from '../tables.ts';
import { saidAnswer } from './answers.ts';

/** Two places, without the hair that thirds leave. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/**
 * A class's scores with the columns of the file that Canvas imports: Student, ID, SIS User ID, SIS Login
 * ID, Section, and the assignment; its second row says how many points there are. Canvas tells students
 * by an ID, which Recite does not know: those columns are filled from Canvas's own list, where it was
 * given. Who answered nothing has an empty field, which Canvas leaves as it is.
 *
 * @param most points for all right; scores are brought to this scale
 * @param roster null: Canvas's list was not given
 */
export function canvasTable(
  { title }: Pick<ClassRecord, 'title'>,
  scores: readonly StudentScore[],
  most: number,
  roster: readonly RosterRow[] | null = null,
): TableFile {
  const names = scores.map(({ student }) => student.name);
  const found = matchRoster(names, roster ?? []);
  return {
    name: 'recite-canvas',
    columns: ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', title || 'Recite'],
    rows: [
      ['Points Possible', '', '', '', '', most],
      ...scores.map(({ student, share, answered }, at) => {
        const { id = '', user = '', login = '', section = '' } = found[at] ?? {};
        return [
          ...[found[at]?.student ?? student.name, id, user, login, section],
          share === null || answered === 0 ? '' : rounded(share * most),
        ];
      }),
    ],
  };
}

/** Every answer of a class, one a line; those that do not count, and first votes, among them. */
export function answersTable(
  { plan }: Pick<ClassRecord, 'plan'>,
  students: readonly Student[],
): TableFile {
  const line = (student: Student, place: number, answer: SourcedAnswer, counts: boolean) => {
    const { question, passage } = plan[place]!;
    const words = (one: Pick<SourcedAnswer, 'response' | 'grade'> | null) =>
      one === null
        ? ''
        : saidAnswer(question, one)
            .said.map(({ text }) => text)
            .join(' | ');
    const { grade, confidence, elapsed, source, first } = answer;
    return [
      ...[student.name, place + 1, question.id, question.prompt, source],
      ...[counts ? 'yes' : 'no', words(answer), grade.verdict, rounded(grade.credit)],
      confidence ?? '',
      elapsed === null ? '' : rounded(elapsed / 1000),
      ...[words(first), first?.grade.verdict ?? '', passage.section, passage.paragraph],
    ];
  };
  return {
    name: 'recite-class-answers',
    columns: [
      ...['student', 'number', 'question', 'prompt', 'source', 'counts', 'answer', 'verdict'],
      ...['credit', 'confidence', 'seconds', 'first_vote', 'first_verdict', 'section', 'paragraph'],
    ],
    rows: students.flatMap((student) =>
      student.answers.flatMap((answer, place) =>
        answer
          ? [
              line(student, place, answer, true),
              ...answer.others.map((other) => line(student, place, other, false)),
            ]
          : [],
      ),
    ),
  };
}
