import { sentences, type Document, type TextPlace } from '../../document/index.ts';
import { keepHeard, lastHeard, type HeardPlace } from './aloud-memory.ts';
import { after, begin, type Playback, type PlaybackEvent } from './playback.ts';
import type { Speaker } from './speaker.svelte.ts';

/** A sentence of the document, or a heading. */
interface Spoken extends TextPlace {
  readonly text: string;
  readonly heading: string;
}

/** Reads a document aloud, sentence by sentence. */
export class Aloud {
  readonly speaker: Speaker;
  readonly #document: Document;
  readonly #script: readonly Spoken[];
  #state = $state.raw<Playback | null>(null);

  readonly phase = $derived(this.#state?.phase ?? 'paused');
  /** What is spoken, or was last. */
  readonly current: Spoken | null = $derived.by(
    () => this.#state && (this.#script[this.#state.at] ?? null),
  );
  /** How much of the document has been read, from 0 to 1. */
  readonly progress = $derived.by(() => (this.#state ? this.#state.at / this.#script.length : 0));

  constructor(document: Document, speaker: Speaker) {
    this.#document = document;
    this.speaker = speaker;
    this.#script = scriptOf(document);
  }

  /** Begins to read at a place. */
  async start({ block, start }: HeardPlace): Promise<void> {
    // Not to wait for what is there: iOS wants the first words within the tap.
    if (!this.speaker.ready) await this.speaker.prepare();
    const at = this.#script.findIndex((each) => each.block === block && each.end > start);
    if (this.#script.length > 0) this.#go(begin(this.#script.length, at));
  }

  /**
   * Goes on where it was stopped, if that is in the paragraph that is being read.
   *
   * @param paragraph null where none is, as above the text: then wherever it was stopped
   */
  goOn(paragraph: string | null): Promise<void> {
    const last = lastHeard(this.#document.id);
    if (last && (paragraph === null || last.block === paragraph)) return this.start(last);
    return this.start({ block: paragraph ?? '', start: 0 });
  }

  toggle(): void {
    this.#hear({ kind: this.phase === 'playing' ? 'pause' : 'play' });
  }

  play(): void {
    this.#hear({ kind: 'play' });
  }

  pause(): void {
    this.#hear({ kind: 'pause' });
  }

  step(by: 1 | -1): void {
    this.#hear({ kind: 'step', by });
  }

  choose(voice: string): void {
    this.speaker.choose(voice);
    // Without a voice there was nothing to go on with.
    this.#hear({ kind: this.phase === 'failed' ? 'play' : 'again' });
  }

  setRate(rate: number): void {
    this.speaker.setRate(rate);
    this.#hear({ kind: 'again' });
  }

  /** Ends it. The place is kept. */
  stop(): void {
    this.#state = null;
    this.speaker.end();
  }

  #hear(event: PlaybackEvent): void {
    if (this.#state) this.#go(after(this.#state, event));
  }

  #go(state: Playback): void {
    const { turn } = state;
    const isNew = turn !== this.#state?.turn;
    this.#state = state;
    const spoken = this.#script[state.at];
    if (!isNew || !spoken) return;
    keepHeard(this.#document.id, spoken);
    if (state.phase !== 'playing') return this.speaker.silence();
    this.speaker.say(spoken.text, (kind) => this.#hear({ kind, turn }));
  }
}

function scriptOf({ sections }: Document): Spoken[] {
  return sections.flatMap(({ id, heading, paragraphs }) => [
    { block: `${id}-heading`, start: 0, end: heading.length, text: heading, heading },
    ...paragraphs.flatMap((paragraph) =>
      sentences(paragraph.text).map((sentence) => ({ block: paragraph.id, ...sentence, heading })),
    ),
  ]);
}
