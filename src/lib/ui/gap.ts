/** What stands for the gap of a cloze; the bank room writes it so. */
const GAP = '____';

/**
 * What a card asks, where a gap cannot be drawn: three dots stand for it. At the end of a sentence they
 * are its end, too: a full stop after them would be a fourth.
 */
export function withDots(prompt: string): string {
  return prompt.replaceAll(`${GAP}.`, '…').replaceAll(GAP, '…');
}
