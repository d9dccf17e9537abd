import { tableOf, type Question, type Recite } from '$lib/app/index.ts';

export type Bank = Recite['bank'];

/** What is pressed here does nothing. */
export const nothing = () => undefined;

/** A text that is longer than anybody planned for. */
export const LONG =
  'A name, a title or an answer that somebody wrote without a thought for the width of a telephone, with one Donaudampfschifffahrtsgesellschaftskapitän in it';

export const NAMES = ['Ana', 'Bruno Castellanos', LONG, 'محمد الأمين'] as const;

/** The first question of a type. */
export function first<Type extends Question['type']>(bank: Bank, type: Type) {
  return bank.questions.find((one): one is Extract<Question, { type: Type }> => one.type === type)!;
}

/** A question as it goes over the wire: never what is right. */
export function wired(bank: Bank, question: Question) {
  const { options, items, partners } = tableOf(question, bank, 'gallery');
  return {
    type: question.type,
    prompt: question.prompt,
    options,
    items,
    partners,
    take: question.type === 'multi' ? question.answers.length : 1,
    unit: question.type === 'number' ? question.unit : '',
    language: bank.document.language,
  };
}

/** The words that decide a question, in their paragraph. */
export function passage({ document }: Bank, question: Question) {
  const { section, paragraph, start, end } = question.cites[0];
  const place = document.sections.find(({ id }) => id === section)!;
  return {
    document: document.title,
    heading: place.heading,
    text: place.paragraphs.find(({ id }) => id === paragraph)!.text,
    start,
    end,
    cite: { paragraph, start, end },
  };
}

/** A vote on the options of a question: the first of them has most. */
export function vote(options: readonly string[], missed: number | null = 0.4) {
  return {
    answered: 25,
    unmarked: 0,
    verdicts: { right: 15, partly: 2, wrong: 8 },
    options: options.map((text, at) => ({ text, count: [15, 6, 3, 1][at] ?? 0 })),
    missed,
  };
}

/** Squares that look like those of a QR code, and say nothing. */
export function squares(count = 25): readonly (readonly boolean[])[] {
  const corner = (x: number, y: number) => x < 7 && y < 7;
  const ring = (x: number, y: number) => {
    const from = Math.max(Math.abs(x - 3), Math.abs(y - 3));
    return from !== 2 && from < 4;
  };
  return Array.from({ length: count }, (_, y) =>
    Array.from({ length: count }, (_, x) => {
      for (const [left, top] of [
        [0, 0],
        [count - 7, 0],
        [0, count - 7],
      ] as const) {
        if (corner(x - left, y - top) && x >= left && y >= top) return ring(x - left, y - top);
      }
      return (x * 7 + y * 13 + x * y) % 3 === 0;
    }),
  );
}

/** What was recalled of what was asked, as the journal gives it. */
export function recalled(share: number, count = 40) {
  return {
    share: {
      passed: Math.round(share * count),
      count,
      share,
      low: Math.max(0, share - 0.1),
      high: Math.min(1, share + 0.07),
    },
    predicted: 0.9,
  };
}
