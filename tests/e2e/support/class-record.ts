import { seededRandom } from '../../../src/lib/primitives/index.ts';
import type { Bank } from '../../../src/lib/bank/index.ts';
import { planOf, type LiveQuestion } from '../../../src/lib/classroom/index.ts';
import type { Response } from '../../../src/lib/grading/index.ts';
import {
  gradedSheet,
  writeRecord,
  type ClassRecord,
  type Sheet,
  type Source,
  type Ungraded,
} from '../../../src/lib/gradebook/index.ts';

/** What is asked of a class: the first questions of a bank that can be asked live. */
export interface ClassLife {
  readonly title: string;
  readonly students: readonly string[];
  readonly length: number;
  readonly at: number;
  /** The same seed makes the same class. */
  readonly seed: string;
}

/** A class that answered, some better than others, and some by other ways than live. */
export function classRecord(bank: Bank, life: ClassLife): ClassRecord {
  const { title, students, length, at, seed } = life;
  const random = seededRandom(seed);
  const live = bank.questions.filter(
    ({ type }) => type !== 'open' && type !== 'evidence' && type !== 'match',
  );
  const step = Math.max(1, Math.floor(live.length / length));
  const chosen = Array.from({ length }, (_, index) => live[index * step]!);
  const planned = planOf(bank, chosen);
  if (!planned.ok) throw new Error(planned.error.message);
  const plan = planned.value;
  const hardness = plan.map((_, place) => 0.15 + (0.6 * ((place * 7) % plan.length)) / plan.length);
  const sheets = students.flatMap((name, number): Sheet[] => {
    const ability = 0.25 + 0.7 * ((number * 5) % students.length) * (1 / students.length);
    const answers = plan.map(({ question }, place): Ungraded | null => {
      if (random() < 0.03) return null;
      const knows = random() < Math.min(0.97, Math.max(0.05, ability + 0.55 - hardness[place]!));
      const sure = random() < (knows ? 0.7 : 0.3);
      return {
        response: knows ? rightResponse(question) : wrongResponse(question, random),
        confidence: sure ? 'sure' : random() < 0.5 ? 'unsure' : 'guess',
        elapsed: Math.round(4000 + 20_000 * random()),
      };
    });
    const source: Source = number % 9 === 4 ? 'paper' : number % 7 === 3 ? 'qr' : 'live';
    const whose = (way: Source) => ({ source: way, id: `${way}/s/${number}`, name, at });
    const sheet = gradedSheet(whose(source), plan, answers);
    // One whose phone died at the half, and who handed in all of it as a code.
    return number === 1
      ? [
          {
            ...sheet,
            answers: sheet.answers.map((one, place) => (place < length / 2 ? one : null)),
          },
          gradedSheet(whose('qr'), plan, answers),
        ]
      : [sheet];
  });
  return { id: `class-${seed}`, title, at, plan, sheets: sheets.map(votedTwice) };
}

/** The third question was discussed and voted on again: two of three who are right now were not before. */
function votedTwice(sheet: Sheet, number: number): Sheet {
  if (sheet.source !== 'live') return sheet;
  const answers = sheet.answers.map((answer, place) => {
    if (place !== 2 || !answer) return answer;
    const wrong = sheet.answers.length > 0 && number % 3 !== 0;
    const grade = wrong ? ({ verdict: 'wrong', credit: 0 } as const) : answer.grade;
    const { response, confidence, elapsed } = answer;
    return { ...answer, first: { response, confidence, elapsed, grade } };
  });
  return { ...sheet, answers };
}

function rightResponse(question: LiveQuestion): Response {
  switch (question.type) {
    case 'choice':
      return { kind: 'option', text: question.answer };
    case 'multi':
      return { kind: 'options', texts: question.answers };
    case 'truefalse':
      return { kind: 'truth', value: question.answer };
    case 'order':
      return { kind: 'sequence', items: question.items };
    case 'match':
      return { kind: 'pairs', pairs: question.pairs };
    default:
      return { kind: 'typed', text: String(question.answer) };
  }
}

function wrongResponse(question: LiveQuestion, random: () => number): Response {
  switch (question.type) {
    case 'choice': {
      // The first distractor draws more than its share, the last one nobody.
      const drawn = Math.floor(random() * random() * (question.distractors.length - 1));
      return { kind: 'option', text: question.distractors[drawn]!.text };
    }
    case 'multi':
      return { kind: 'options', texts: question.answers.slice(0, 1) };
    case 'truefalse':
      return { kind: 'truth', value: !question.answer };
    case 'order':
      return { kind: 'sequence', items: question.items.toReversed() };
    case 'match':
      return { kind: 'pairs', pairs: [] };
    default:
      return { kind: 'typed', text: random() < 0.5 ? 'no idea' : '12' };
  }
}

/** As a file that can be chosen in the page. */
export function classFile(record: ClassRecord): {
  name: string;
  mimeType: string;
  buffer: Buffer;
} {
  return {
    name: 'class.json',
    mimeType: 'application/json',
    buffer: Buffer.from(writeRecord(record)),
  };
}
