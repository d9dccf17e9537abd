import { ok, type Failure, type Result } from '../primitives/index.ts';
import { findParagraph, type Citation } from '../document/index.ts';
import { BLANK, ownId, ownQuestion, type OwnQuestion, type Question } from '../bank/index.ts';
import { cardId, type OwnEntry } from '../journal/index.ts';
import { ownContent } from './own-content.ts';
import type { Recite } from './recite.svelte.ts';
import { sentenceAt, wholeWords } from './selection-words.ts';
import { t } from '../language/index.ts';

type Field = 'prompt' | 'answer' | 'cite';

/** A question that the learner is writing on a paragraph. */
export class QuestionDraft {
  type = $state<OwnQuestion['type']>('open');
  prompt = $state('');
  answer = $state('');
  /** What is right as well, one a line. */
  accept = $state('');
  explanation = $state('');
  /** The words that the answer rests on; null until some are chosen. */
  cite = $state.raw<{ readonly start: number; readonly end: number } | null>(null);
  /** What the bank's rules would have otherwise; null until it was looked at. */
  advice = $state.raw<readonly string[] | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** It was tried to be saved: what is missing is said from then on. */
  tried = $state(false);
  busy = $state(false);
  /** The id under which it was saved. */
  saved = $state<string | null>(null);

  readonly paragraph: string;
  readonly text: string;
  /** The question that is worded anew; null where a new one is written. */
  readonly earlier: OwnEntry | null = null;
  readonly #recite: Recite;

  readonly quote = $derived.by(() =>
    this.cite ? this.text.slice(this.cite.start, this.cite.end) : '',
  );

  /** What it lacks to be a question, by field. */
  readonly missing: Readonly<Partial<Record<Field, string>>> = $derived.by(() => {
    const blanks = this.prompt.split(BLANK).length - 1;
    return {
      ...(this.prompt.trim() === ''
        ? { prompt: this.type === 'cloze' ? t('Write the sentence.') : t('Write the question.') }
        : this.type === 'cloze' && blanks !== 1
          ? { prompt: t('Leave one gap, written {0}.', BLANK) }
          : {}),
      ...(this.answer.trim() === '' && { answer: t('Write the answer.') }),
      ...(this.cite === null && { cite: t('Choose the words that the answer rests on.') }),
    };
  });

  /** A question of the learner's own, to be worded anew; null where it is none. */
  static of(recite: Recite, question: Question): QuestionDraft | null {
    const content = ownContent(question);
    if (!content) return null;
    const { cite } = content;
    return new QuestionDraft(recite, cite.paragraph, cite, { id: question.id, content });
  }

  /**
   * @param cited words of the paragraph to begin with, e.g. those of a card that will not stick
   * @param earlier the question that is worded anew
   */
  constructor(
    recite: Recite,
    paragraph: string,
    cited: Pick<Citation, 'paragraph' | 'start' | 'end'> | null = null,
    earlier: OwnEntry | null = null,
  ) {
    this.#recite = recite;
    this.paragraph = paragraph;
    this.text = findParagraph(recite.bank.document, paragraph)?.paragraph.text ?? '';
    if (cited?.paragraph === paragraph) this.choose(cited.start, cited.end);
    if (!earlier) return;
    const { type, prompt, answer, accept, explanation } = earlier.content;
    this.earlier = earlier;
    Object.assign(this, { type, prompt, answer, accept: accept.join('\n'), explanation });
  }

  /** Words of the paragraph were chosen, by their offsets. */
  choose(start: number, end: number): void {
    this.cite = wholeWords(this.text, start, end) ?? this.cite;
    this.advice = null;
  }

  setType(type: OwnQuestion['type']): void {
    this.type = type;
    this.advice = null;
    if (type === 'cloze' && this.prompt.trim() === '') {
      const { language } = this.#recite.bank.document;
      this.prompt = sentenceAt(this.text, this.cite?.start ?? 0, language);
    }
  }

  /** Makes the gap of the prompt out of words in it; they are the answer. */
  makeGap(from: number, to: number): void {
    const words = wholeWords(this.prompt, from, to);
    if (!words) return;
    const filled = this.prompt.includes(BLANK) ? this.answer : null;
    const answer = this.prompt.slice(words.start, words.end);
    const gapped = this.prompt.slice(0, words.start) + BLANK + this.prompt.slice(words.end);
    // There is one gap: the one before is filled again.
    const again =
      gapped.indexOf(BLANK) === words.start ? gapped.lastIndexOf(BLANK) : gapped.indexOf(BLANK);
    this.prompt =
      filled === null
        ? gapped
        : gapped.slice(0, again) + filled + gapped.slice(again + BLANK.length);
    this.answer = answer;
    this.advice = null;
  }

  /**
   * Saves it, but first says what the bank's rules would have otherwise: the second time it is saved
   * all the same.
   */
  async save(): Promise<void> {
    this.tried = true;
    if (this.busy || Object.keys(this.missing).length > 0) return;
    this.busy = true;
    const done = await this.#save();
    this.busy = false;
    this.failure = done.ok ? null : done.error;
  }

  async #save(): Promise<Result<void>> {
    const id = this.earlier?.id ?? ownId(this.#recite.environment.newId());
    const own = this.#content();
    if (this.advice === null) {
      this.advice = await this.#adviceOn(ownQuestion(this.#recite.bank.document, id, own));
      if (this.advice.length > 0) return ok(undefined);
    }
    const written = await this.#recite.writeQuestion(id, own);
    const plain = written.ok && this.earlier ? await this.#unword(id) : written;
    if (plain.ok) this.saved = id;
    return plain;
  }

  /** Takes off other words that were laid over the question in Study: they would hide the new ones. */
  async #unword(id: string): Promise<Result<void>> {
    const card = cardId(this.#recite.bank.id, id);
    const known = await this.#recite.store.card(card);
    if (!known.ok) return known;
    if (!known.value?.edit) return ok(undefined);
    const changes = { prompt: null, answer: null, explanation: null };
    const edited = await this.#recite.record({ kind: 'edit', card, changes });
    return edited.ok ? ok(undefined) : edited;
  }

  /** Takes back what was saved. */
  async takeBack(): Promise<void> {
    if (this.saved === null) return;
    const before = this.earlier?.content ?? null;
    const taken = await this.#recite.writeQuestion(this.saved, before);
    this.failure = taken.ok ? null : taken.error;
    if (taken.ok) this.saved = null;
  }

  #content(): OwnQuestion {
    const { paragraph, text } = this;
    const { start, end } = this.cite!;
    const accept = this.accept.split('\n').map((line) => line.trim());
    return {
      type: this.type,
      prompt: this.prompt.trim(),
      answer: this.answer.trim(),
      accept: this.type === 'open' ? [] : accept.filter(Boolean),
      explanation: this.explanation.trim(),
      cite: { paragraph, start, end, exact: text.slice(start, end) },
    };
  }

  async #adviceOn(question: Question | null): Promise<readonly string[]> {
    if (!question) return [];
    try {
      const { adviceOn } = await import('./advice.ts');
      return adviceOn(this.#recite.bank, question);
    } catch {
      // The rules could not be loaded, as offline: advice is not needed to write a question.
      return [];
    }
  }
}
