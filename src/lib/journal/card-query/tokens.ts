/** A part of a search as it was typed; `start` and `end` are UTF-16 offsets, end exclusive. */
export interface Token {
  readonly kind: 'open' | 'close' | 'or' | 'and' | 'not' | 'term';
  readonly start: number;
  readonly end: number;
  /** Of a term: what stands before and after `sign`; without one, all is value. */
  readonly key: string;
  readonly sign: string;
  readonly value: string;
}

/** Phones write quotation marks and minus signs of their own accord. */
const QUOTE = /["“”„«»]/;
const MINUS = /[-−–—]/;
/** A key is letters only, so that 10:30 is a time and no term. */
const KEYED = /^((?:prop:)?[a-z]+)(:|<=|>=|!=|<|>|=)/i;

/** Cuts a search into its parts. Nothing that can be typed is refused. */
export function tokens(text: string): { tokens: Token[]; openQuote: boolean } {
  const found: Token[] = [];
  let openQuote = false;
  let at = 0;
  const mark = (kind: Token['kind']) =>
    found.push({ kind, start: at, end: ++at, key: '', sign: '', value: '' });
  while (at < text.length) {
    const character = text[at]!;
    const next = text[at + 1];
    if (/\s/.test(character)) at++;
    else if (character === '(') mark('open');
    else if (character === ')') mark('close');
    else if (MINUS.test(character) && next !== undefined && !/[\s)]/.test(next)) mark('not');
    else {
      const read = readTerm(text, at);
      found.push(read.token);
      openQuote = read.openQuote;
      at = read.token.end;
    }
  }
  return { tokens: found, openQuote };
}

/** Up to the next space or parenthesis that does not stand in quotation marks. */
function readTerm(text: string, start: number): { token: Token; openQuote: boolean } {
  const keyed = KEYED.exec(text.slice(start));
  let at = start + (keyed?.[0].length ?? 0);
  let value = '';
  let quoted = false;
  let wasQuoted = false;
  for (; at < text.length; at++) {
    const character = text[at]!;
    // Within a word, as in 12"3, it is a character like others.
    if (QUOTE.test(character) && (quoted || value === '')) {
      quoted = !quoted;
      wasQuoted = true;
      if (quoted) continue;
      at++;
      break;
    }
    if (!quoted && /[\s()]/.test(character)) break;
    value += character;
  }
  const word = wasQuoted || keyed ? '' : value.toLowerCase();
  const kind = word === 'or' || word === 'and' ? word : 'term';
  const [key, sign] = [keyed?.[1]?.toLowerCase() ?? '', keyed?.[2] ?? ''];
  return { token: { kind, start, end: at, key, sign, value }, openQuote: quoted };
}
