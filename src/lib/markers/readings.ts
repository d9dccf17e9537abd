import type { Letter } from './types.ts';

/** A card in one picture of the camera. */
export interface Sighting {
  readonly card: number;
  readonly letter: Letter;
}

/** So many pictures in a row must show the same letter before it counts. */
export const TO_COUNT = 3;
/** And so many before a letter that counts is replaced. */
export const TO_CHANGE = 5;
/** Milliseconds after which a card that was not seen meanwhile is looked at afresh. */
export const FORGOTTEN_AFTER_MS = 1500;

interface Run {
  readonly letter: Letter;
  readonly length: number;
  readonly last: number;
}

/**
 * What the cards say, told from a moving camera.
 *
 * The rule: a letter counts when the card has shown it in three pictures running in which it was seen at
 * all, none of them more than a second and a half after the one before. To replace a letter that counts,
 * another must be seen in five such pictures running. So a single misread picture, or two, registers
 * nothing and changes nothing; a card that is being turned, and flickers, keeps what it said; and
 * whoever changes their mind only has to hold the card still. Cards that are not of the class, letters
 * that the question does not have, and a number that is seen twice in one picture with different letters
 * say nothing.
 */
export class Readings {
  readonly #cards: ReadonlySet<number>;
  readonly #letters: readonly Letter[];
  readonly #runs = new Map<number, Run>();
  readonly #standing: Map<number, Letter>;

  /**
   * @param cards of the class
   * @param letters that stand on an option of the question
   * @param standing what counts already, after a reload
   */
  constructor(
    cards: Iterable<number>,
    letters: readonly Letter[],
    standing: Iterable<readonly [number, Letter]> = [],
  ) {
    this.#cards = new Set(cards);
    this.#letters = letters;
    this.#standing = new Map(standing);
  }

  /** Card → the letter that counts. */
  get standing(): ReadonlyMap<number, Letter> {
    return this.#standing;
  }

  /**
   * Takes in one picture.
   *
   * @param at milliseconds on a clock that does not go back
   * @returns the cards whose letter counts from now on, or is another one
   */
  see(picture: readonly Sighting[], at: number): Sighting[] {
    return this.#clear(picture).filter(({ card, letter }) => {
      const run = this.#runs.get(card);
      const goesOn = run?.letter === letter && at - run.last <= FORGOTTEN_AFTER_MS;
      const length = goesOn ? run.length + 1 : 1;
      this.#runs.set(card, { letter, length, last: at });
      const before = this.#standing.get(card);
      if (before === letter || length < (before === undefined ? TO_COUNT : TO_CHANGE)) return false;
      this.#standing.set(card, letter);
      return true;
    });
  }

  /**
   * Takes in a still, of which there is only one: what is in it was looked at in several ways instead,
   * and counts at once.
   *
   * @returns the cards whose letter counts from now on, or is another one
   */
  seeStill(looks: readonly (readonly Sighting[])[]): Sighting[] {
    const said = looks.map((look) => this.#clear(look));
    const letters = new Map<number, Letter[]>();
    for (const { card, letter } of said.flat()) {
      letters.set(card, [...(letters.get(card) ?? []), letter]);
    }
    return [...letters].flatMap(([card, seen]) => {
      const [letter] = seen;
      const agreed = seen.length >= LOOKS_THAT_AGREE && seen.every((one) => one === letter);
      if (letter === undefined || !agreed || this.#standing.get(card) === letter) return [];
      this.#standing.set(card, letter);
      return [{ card, letter }];
    });
  }

  /** The teacher says what a card says, or that it says nothing. */
  set(card: number, letter: Letter | null): void {
    this.#runs.delete(card);
    if (letter === null) this.#standing.delete(card);
    else if (this.#cards.has(card)) this.#standing.set(card, letter);
  }

  /** Of the class, with a letter to choose, and not seen with two letters at once. */
  #clear(picture: readonly Sighting[]): Sighting[] {
    const letters = new Map<number, Letter | null>();
    for (const { card, letter } of picture) {
      if (!this.#cards.has(card) || !this.#letters.includes(letter)) continue;
      const other = letters.get(card);
      letters.set(card, other === undefined || other === letter ? letter : null);
    }
    return [...letters].flatMap(([card, letter]) => (letter === null ? [] : [{ card, letter }]));
  }
}

/** Of the ways in which a still is looked at, so many must agree, and none say otherwise. */
const LOOKS_THAT_AGREE = 2;
