/**
 * Reading numbers and dates out of English text, so that 35 and thirty-five, 10% and ten percent are
 * the same. Other languages: figures only.
 */

/** A number as it stands in a text. */
export interface Value {
  readonly value: number;
  readonly percent: boolean;
  readonly money: boolean;
  /** Written in words, not in figures. */
  readonly words: boolean;
  /** Offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const UNITS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen'
).split(' ');
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
// “first”, “second” and “third” mostly order an argument, so they count only after a ten.
const ORDINALS = (
  '_ first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth ' +
  'fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
).split(' ');
const SCALES = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

const TOKEN = /[$€£]|\d+(?:,\d{3})*(?:\.\d+)?|%|[a-z]+/g;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Every number in the text, in order. “One” alone is a pronoun as often as a number: left out. */
export function readValues(text: string): Value[] {
  const lower = text.toLowerCase();
  const tokens: Token[] = [...lower.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  /** What stands between token `at` and the one before it is nothing, a space or a hyphen. */
  const joined = (at: number) => {
    const token = tokens[at];
    const before = tokens[at - 1];
    return !!token && !!before && /^[\s\-‑]?$/.test(lower.slice(before.end, token.start));
  };

  const found: Value[] = [];
  for (let at = 0; at < tokens.length;) {
    const first = tokens[at]!;
    const currency = /[$€£]/.test(first.text) && joined(at + 1);
    const from = currency ? at + 1 : at;
    const figures = readFigures(tokens, from, joined);
    const read = figures ?? (currency ? undefined : readWords(tokens, from, joined));
    if (!read) {
      at++;
      continue;
    }
    let next = read.next;
    let percent = false;
    let money = currency;
    if (joined(next) && /^(?:%|percent|percentage)$/.test(tokens[next]!.text)) {
      percent = true;
      next++;
    } else if (joined(next) && tokens[next]!.text === 'per' && tokens[next + 1]?.text === 'cent') {
      percent = true;
      next += 2;
    } else if (joined(next) && /^(?:dollars?|euros?|pesos?|pounds?)$/.test(tokens[next]!.text)) {
      money = true;
      next++;
    }
    const end = tokens[next - 1]!.end;
    found.push({ value: read.value, percent, money, words: !figures, start: first.start, end });
    at = next;
  }
  return found;
}

type Joined = (at: number) => boolean;

function readFigures(tokens: readonly Token[], at: number, joined: Joined) {
  const token = tokens[at];
  if (!token || !/^\d/.test(token.text)) return undefined;
  // “B2” is a name, not a number.
  const before = tokens[at - 1];
  if (before?.end === token.start && /[a-z]/.test(before.text)) return undefined;
  let value = Number(token.text.replaceAll(',', ''));
  let next = at + 1;
  const suffix = tokens[next];
  if (suffix?.start === token.end) {
    if (/^(?:st|nd|rd|th|s)$/.test(suffix.text)) next++;
    else if (/^(?:k|m|bn)$/.test(suffix.text)) {
      value = times(value, { k: 1e3, m: 1e6, bn: 1e9 }[suffix.text as 'k' | 'm' | 'bn']);
      next++;
    }
  }
  for (; joined(next) && SCALES.has(tokens[next]!.text); next++) {
    value = times(value, SCALES.get(tokens[next]!.text)!);
  }
  return { value, next };
}

/** Without the hair that binary fractions add: 1.07 billion is a whole number. */
function times(value: number, scale: number): number {
  return Number((value * scale).toPrecision(15));
}

function readWords(tokens: readonly Token[], at: number, joined: Joined) {
  let total = 0;
  let current = 0;
  let last: 'none' | 'unit' | 'ten' | 'scale' = 'none';
  let next = at;
  // “a hundred”
  if (tokens[next]?.text === 'a' && joined(next + 1) && SCALES.has(tokens[next + 1]!.text)) {
    current = 1;
    last = 'unit';
    next++;
  }
  for (; next < tokens.length && (next === at || joined(next)); next++) {
    const word = tokens[next]!.text;
    const ten = TENS.indexOf(word);
    const unit = UNITS.indexOf(word);
    const ordinal = ORDINALS.indexOf(word);
    const scale = SCALES.get(word);
    if (ten > 0) {
      if (last === 'unit' || last === 'ten') break;
      current += ten * 10;
      last = 'ten';
    } else if (unit >= 0) {
      if (last === 'unit' || (last === 'ten' && unit > 9)) break;
      current += unit;
      last = 'unit';
    } else if (ordinal > 3 || (ordinal > 0 && last === 'ten')) {
      if (last === 'unit') break;
      current += ordinal;
      return { value: total + current, next: next + 1 };
    } else if (scale !== undefined && last !== 'none') {
      if (scale === 1e2) current *= scale;
      else {
        total += (current || 1) * scale;
        current = 0;
      }
      last = 'scale';
    } else if (word === 'and' && last === 'scale' && joined(next + 1)) {
      const after = tokens[next + 1]!.text;
      if (TENS.indexOf(after) < 0 && UNITS.indexOf(after) < 0) break;
    } else break;
  }
  if (last === 'none') return undefined;
  const word = tokens[at]!.text;
  if (next === at + 1 && (word === 'one' || word === 'zero')) return undefined;
  return { value: total + current, next };
}
