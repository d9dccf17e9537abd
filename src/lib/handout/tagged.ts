import { fromBase32, toBase32 } from './base32.ts';

/**
 * What Recite puts into QR codes: `RECITE/R/…`. R: a sealed result; F: a frame of a loop; U: the code
 * that opens the explanations. All of it capitals, digits and slashes, which QR codes hold best.
 */
export type Tag = 'R' | 'F' | 'U';

const PREFIX = 'RECITE/';

export function taggedText(tag: Tag, bytes: Uint8Array): string {
  return `${PREFIX}${tag}/${toBase32(bytes)}`;
}

/** The octets of such a text, which may have been copied with line breaks; null where it is none. */
export function readTagged(tag: Tag, text: string): Uint8Array | null {
  const start = `${PREFIX}${tag}/`;
  const trimmed = text.trim();
  if (trimmed.slice(0, start.length).toUpperCase() !== start) return null;
  return fromBase32(trimmed.slice(start.length));
}

/** Which kind of text of ours it is; null: none. */
export function tagOf(text: string): Tag | null {
  const match = /^\s*RECITE\/([RFU])\//i.exec(text);
  return (match?.[1]?.toUpperCase() as Tag | undefined) ?? null;
}
