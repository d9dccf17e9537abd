/** A voice of the device or, through the browser, of a server. */
export interface Voice {
  readonly id: string;
  readonly name: string;
  /** BCP 47, e.g. `en-GB`. */
  readonly language: string;
  /** It speaks on this device: what it reads is sent nowhere. */
  readonly local: boolean;
}

/** How a spoken text ended: it was heard to its end, or it could not be spoken. */
export type Outcome = 'spoken' | 'broken';

/** Whatever can speak. */
export interface SpeechPort {
  /** Those that are known so far: browsers find them late. */
  voices(): readonly Voice[];
  /** @returns ends the listening */
  onvoices(changed: () => void): () => void;
  /**
   * Speaks a text; what was spoken before is silenced.
   *
   * @param rate 1 is the voice's own speed
   * @param done told once, unless it was silenced before
   */
  speak(text: string, voice: Voice, rate: number, done: (outcome: Outcome) => void): void;
  silence(): void;
}
