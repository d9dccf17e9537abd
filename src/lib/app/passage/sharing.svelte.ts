import type { Document } from '../../document/index.ts';
import { citedPassage, passageAddress, type Passage } from './quotation.ts';
import { t } from '../../language/index.ts';

/** What the browser does for it; refused by throwing. */
export interface SharingPort {
  readonly origin: string;
  copy(text: string): Promise<void>;
  /** Null where there is no sheet to share with. */
  readonly share: ((data: { title: string; url: string }) => Promise<void>) | null;
}

/** Copies a passage with its citation, and shares a link to it. */
export class PassageSharing {
  /** What was done. */
  said = $state<string | null>(null);
  /** What could not be copied, to be taken by hand. */
  byHand = $state<string | null>(null);

  readonly #document: Document;
  readonly #port: SharingPort;

  constructor(document: Document, port: SharingPort = browserSharing()) {
    this.#document = document;
    this.#port = port;
  }

  async copy(passage: Passage): Promise<void> {
    const cited = citedPassage(this.#document, passage, this.#port.origin);
    await this.#copy(cited, t('Copied, with its source.'));
  }

  async share(passage: Passage): Promise<void> {
    const url = passageAddress(this.#document, passage, this.#port.origin);
    this.said = this.byHand = null;
    try {
      if (this.#port.share) return await this.#port.share({ title: this.#document.title, url });
    } catch (error) {
      // Who closes the sheet has thought better of it; where it failed, the link is copied.
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
    await this.#copy(url, t('Link copied.'));
  }

  async #copy(text: string, done: string): Promise<void> {
    this.said = this.byHand = null;
    try {
      await this.#port.copy(text);
      this.said = done;
    } catch {
      this.byHand = text;
    }
  }
}

function browserSharing(): SharingPort {
  // Older browsers, and pages that are not served securely, have neither.
  const { clipboard, share } = navigator as Partial<Navigator>;
  return {
    origin: location.origin,
    share: share ? (data) => share.call(navigator, data) : null,
    copy: (text) =>
      clipboard ? clipboard.writeText(text) : Promise.reject(new Error('no clipboard')),
  };
}
