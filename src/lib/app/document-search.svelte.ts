import { textSearch, type Document, type TextPlace, type TextSearch } from '../document/index.ts';

/** Searching in the open document. */
export class DocumentSearch {
  query = $state('');
  /** Which of the hits is looked at, from 0. */
  index = $state(0);

  readonly #document: Document;
  #search: TextSearch | null = null;
  readonly hits: readonly TextPlace[] = $derived(this.#find(this.query));
  readonly current: TextPlace | null = $derived(this.hits[this.index] ?? null);

  constructor(document: Document) {
    this.#document = document;
  }

  #find(query: string): readonly TextPlace[] {
    if (query.trim() === '') return [];
    this.#search ??= textSearch(
      this.#document.sections.flatMap(({ id, heading, paragraphs }) => [
        { id: headingId(id), text: heading },
        ...paragraphs,
      ]),
    );
    return this.#search(query);
  }

  /** @param after the block that is being read: the first hit is looked for from there on */
  look(query: string, after: string | null): void {
    this.query = query;
    this.index = Math.max(0, after === null ? 0 : this.#firstFrom(after));
  }

  #firstFrom(block: string): number {
    const order = new Map(
      this.#document.sections
        .flatMap(({ id, paragraphs }) => [headingId(id), ...paragraphs.map((each) => each.id)])
        .map((id, at) => [id, at]),
    );
    const from = order.get(block) ?? 0;
    return this.hits.findIndex((hit) => (order.get(hit.block) ?? 0) >= from);
  }

  /** Goes on to the next hit, or back; after the last comes the first. */
  step(by: 1 | -1): void {
    const { length } = this.hits;
    if (length > 0) this.index = (this.index + by + length) % length;
  }

  clear(): void {
    this.query = '';
    this.index = 0;
  }
}

/** The id of a section's heading on the page. */
export function headingId(section: string): string {
  return `${section}-heading`;
}
