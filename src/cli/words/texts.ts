/** Finding the texts that a person meets: what the code hands to `t` and `plural`. */

export interface TextUse {
  readonly file: string;
  /** As the catalogue has it: of a plural, `{0} card`. */
  readonly key: string;
  readonly plural: boolean;
}

const QUOTES = `'"\``;

/**
 * @throws {Error} where a text is not written out, so that no catalogue could have it
 */
export function textsOf(file: string, code: string): TextUse[] {
  return [...code.matchAll(/(?<![\w.$]|function )(t|plural)\(/g)].flatMap((call) => {
    const values = argumentsAt(code, call.index + call[0].length);
    const plural = call[1] === 'plural';
    const text = textOf(values[plural ? 1 : 0] ?? '');
    if (text === null) {
      throw new Error(`${file}: ${call[0]}${values.join(', ')}) has no text that is written out`);
    }
    const words = plural && values[2] !== undefined ? textOf(values[2]) : '';
    if (words === null) throw new Error(`${file}: ${call[0]}${values.join(', ')}): of several?`);
    return [{ file, key: plural ? `{0} ${text}` : text, plural }];
  });
}

/** The arguments of a call, as they are written. */
function argumentsAt(code: string, start: number): string[] {
  const values: string[] = [];
  let [from, depth] = [start, 0];
  for (let at = start; at < code.length; at++) {
    const character = code[at]!;
    if (QUOTES.includes(character)) at = endOfText(code, at);
    else if ('([{'.includes(character)) depth++;
    else if (depth > 0 && ')]}'.includes(character)) depth--;
    else if (depth === 0 && (character === ',' || character === ')')) {
      values.push(code.slice(from, at).trim());
      from = at + 1;
      if (character === ')') break;
    }
  }
  return values.filter((value) => value !== '');
}

/** Where a text that begins here ends. */
function endOfText(code: string, start: number): number {
  for (let at = start + 1; at < code.length; at++) {
    if (code[at] === '\\') at++;
    else if (code[at] === code[start]) return at;
    else if (code[start] === '`' && code.startsWith('${', at)) {
      // Whatever stands in a place ends at its brace, texts within it included.
      let depth = 1;
      for (at += 2; depth > 0 && at < code.length; at++) {
        if (QUOTES.includes(code[at]!)) at = endOfText(code, at);
        else if (code[at] === '{') depth++;
        else if (code[at] === '}') depth--;
      }
      at--;
    }
  }
  return code.length;
}

/** What a text in quotes says; null where something else is written. */
function textOf(written: string): string | null {
  const quote = written[0] ?? '';
  if (!QUOTES.includes(quote) || quote === '') return null;
  if (endOfText(written, 0) !== written.length - 1 || written.includes('${')) return null;
  return written.slice(1, -1).replace(/\\(.)/g, '$1');
}
