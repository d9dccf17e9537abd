/** In letters: some ten seconds. Chrome's voices from the network fall silent after fifteen. */
const LONGEST = 160;
const SHORTEST = 40;

/**
 * Cuts a long sentence where one would draw breath, so that no piece is longer than a voice can
 * hold. The pieces together are the text.
 */
export function piecesOf(text: string, longest = LONGEST): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const head = rest.slice(0, longest);
    const breath = Math.max(
      ...[', ', '; ', ': ', '— ', '– '].map((sign) => head.lastIndexOf(sign)),
    );
    const cut = breath >= Math.min(SHORTEST, longest / 2) ? breath + 1 : head.lastIndexOf(' ');
    const at = cut > 0 ? cut + 1 : longest;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' ? pieces : [...pieces, rest];
}
