/** A question of a printed quiz that is answered by one letter. */
export interface OneLetter {
  readonly id: string;
  /** On the sheet. */
  readonly number: number;
  readonly options: readonly { readonly letter: string; readonly text: string }[];
}

/** What was typed from an answer sheet. */
export interface TypedSheet {
  /** For each question the option’s text; null: left open, or not reached. */
  readonly texts: readonly (string | null)[];
  /** Numbers of the questions whose letter is none of theirs; and what is typed beyond the last. */
  readonly wrong: readonly number[];
  readonly beyond: number;
}

/** Stands for a question that was left open. */
const OPEN = /[-–—._·0?]/;

/**
 * Reads the letters of an answer sheet, one after the other in the order of its numbers: `ACB-D`. Case
 * and spaces do not matter; a dash, a point or a question mark is a question that was left open.
 */
export function readTyped(text: string, questions: readonly OneLetter[]): TypedSheet {
  const letters = Array.from(text.replace(/\s/g, '').toUpperCase());
  const wrong: number[] = [];
  const texts = questions.map(({ number, options }, place) => {
    const letter = letters[place];
    if (letter === undefined || OPEN.test(letter)) return null;
    const option = options.find((one) => one.letter.toUpperCase() === letter);
    if (!option) wrong.push(number);
    return option?.text ?? null;
  });
  return { texts, wrong, beyond: Math.max(0, letters.length - questions.length) };
}
