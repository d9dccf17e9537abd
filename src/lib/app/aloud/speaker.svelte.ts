import type { Outcome, SpeechPort, Voice } from './speech.ts';
import { keepHow, keptHow } from './aloud-memory.ts';
import { voiceAmong, voicesFor } from './voices.ts';
import { t } from '../../language/index.ts';

export const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** Browsers find their voices late; one that has found none by then has none. */
const VOICES_WITHIN_MS = 2000;

/** The voice that reads a document, and how fast: as the reader has chosen on this device. */
export class Speaker {
  /** Those for the document's language, the device's own first. */
  voices = $state.raw<readonly Voice[]>([]);
  rate = $state(1);
  /** It is known which voices there are. */
  ready = $state(false);

  #chosen = $state<string | null>(null);
  readonly #port: SpeechPort | null;
  readonly #language: string;
  readonly #preferred: string;
  readonly #quit: () => void;
  #found: (() => void) | null = null;

  readonly voice = $derived(voiceAmong(this.voices, this.#chosen));

  /** Why nothing can be heard, in words; null where it can, or is not known yet. */
  readonly trouble = $derived.by(() => {
    if (!this.ready || this.voice) return null;
    if (!this.#port) return t('This browser cannot read aloud.');
    if (this.voices.length > 0) {
      return t(
        'This device has no voice of its own for this language. The voices below send what they read to a server; choose one if you do not mind.',
      );
    }
    return t(
      'This device has no voice for the language of the document. You can add one in its settings, often under Accessibility or Language.',
    );
  });

  /**
   * @param port null where the browser cannot speak
   * @param language of what is read
   * @param preferred language of the reader, for the choice among voices
   */
  constructor(port: SpeechPort | null, language: string, preferred: string) {
    this.#port = port;
    this.#language = language;
    this.#preferred = preferred;
    const { voice, rate } = keptHow();
    this.#chosen = voice;
    this.rate = RATES.find((each) => each === rate) ?? 1;
    this.#quit = port?.onvoices(() => this.#look()) ?? (() => undefined);
    this.#look();
    if (!port) this.ready = true;
  }

  #look(): void {
    this.voices = voicesFor(this.#port?.voices() ?? [], this.#language, this.#preferred);
    if (this.voices.length === 0) return;
    this.ready = true;
    this.#found?.();
  }

  /** Waits until it is known which voices there are. */
  async prepare(): Promise<void> {
    if (this.ready) return;
    await new Promise<void>((resolve) => {
      this.#found = resolve;
      setTimeout(resolve, VOICES_WITHIN_MS);
    });
    this.ready = true;
  }

  choose(voice: string): void {
    this.#chosen = voice;
    keepHow({ voice, rate: this.rate });
  }

  setRate(rate: number): void {
    this.rate = rate;
    keepHow({ voice: this.#chosen, rate });
  }

  /** Says something; what was said before is silenced. */
  say(text: string, done: (outcome: Outcome) => void): void {
    if (this.#port && this.voice) this.#port.speak(text, this.voice, this.rate, done);
    else done('broken');
  }

  silence(): void {
    this.#port?.silence();
  }

  /** The page is left. */
  end(): void {
    this.#quit();
    this.silence();
  }
}
