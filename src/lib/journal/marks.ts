import type { EditEvent, FlagEvent, TagEvent, Wording } from './events.ts';

/**
 * What the learner has made of a card besides answering it. Each is absent where there is none, so
 * that a card without any takes no room for it.
 */
export interface Marks {
  readonly flagged?: true;
  /** The learner's own: trimmed, each once, in the order of their characters. */
  readonly tags?: readonly string[];
  readonly edit?: Wording;
}

/** The marks after one more event. The same marks always have the same bytes. */
export function marksAfter(marks: Marks, event: FlagEvent | TagEvent | EditEvent): Marks {
  switch (event.kind) {
    case 'flag':
      return marksOf(event.flagged, marks.tags, marks.edit);
    case 'tag':
      return marksOf(marks.flagged, tagsAfter(marks.tags, event), marks.edit);
    case 'edit':
      return marksOf(marks.flagged, marks.tags, { ...marks.edit, ...event.changes });
  }
}

/** Marks from anything that has them. */
export function marksOf(
  flagged: boolean | undefined,
  tags: readonly string[] | undefined,
  edit: EditEvent['changes'] | undefined,
): Marks {
  const wording = edit && wordingOf(edit);
  return {
    ...(flagged ? { flagged } : {}),
    ...(tags?.length ? { tags } : {}),
    ...(wording ? { edit: wording } : {}),
  };
}

function tagsAfter(tags: readonly string[] = [], { add, remove }: TagEvent): readonly string[] {
  const after = new Set(tags);
  for (const tag of remove) after.delete(tidied(tag));
  for (const tag of add) after.add(tidied(tag));
  after.delete('');
  return [...after].sort();
}

/** Composed, so that a tag typed on one system is the tag typed on another. */
function tidied(tag: string): string {
  return tag.normalize('NFC').trim();
}

/** The fields that are worded anew, always in this order; undefined where none is. */
function wordingOf({ prompt, answer, explanation }: EditEvent['changes']): Wording | undefined {
  const wording = {
    ...(typeof prompt === 'string' ? { prompt } : {}),
    ...(typeof answer === 'string' ? { answer } : {}),
    ...(typeof explanation === 'string' ? { explanation } : {}),
  };
  return Object.keys(wording).length > 0 ? wording : undefined;
}
