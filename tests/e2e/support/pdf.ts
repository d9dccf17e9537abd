import { inflateSync } from 'node:zlib';

/**
 * Reads what Chromium prints: its PDFs are plain (no object streams, no encryption), their text is one
 * glyph after the other, each with its meaning in the font’s ToUnicode map. Not for any other PDF.
 */

export interface PdfPage {
  /** Points, of which 72 are an inch. */
  readonly width: number;
  readonly height: number;
  /** Stretches of text, in the order in which they are painted; from the left and from the top. */
  readonly runs: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  /** All of it without spaces: where lines break is a matter of layout. */
  readonly text: string;
}

/** Without spaces, and with ligatures as the letters that they are. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

export function readPdf(file: Buffer): PdfPage[] {
  const objects = readObjects(file.toString('latin1'));
  const fonts = new Map<string, Font>();
  const fontOf = (ref: string): Font => {
    const known = fonts.get(ref) ?? readFont(objects, ref);
    fonts.set(ref, known);
    return known;
  };
  const catalog = [...objects.values()].find(({ dictionary }) =>
    /\/Type \/Catalog/.test(dictionary),
  );
  return leaves(objects, reference(catalog!.dictionary, 'Pages')!).map((page) => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page)!;
    const names = /\/Font <<([^>]*)>>/.exec(page)?.[1] ?? '';
    const used = new Map(
      [...names.matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name, ref]) => [name!, fontOf(ref!)]),
    );
    const content = objects.get(reference(page, 'Contents')!)!.stream;
    const runs = textIn(content, used, Number(height));
    return {
      width: Number(width),
      height: Number(height),
      runs,
      text: squeezed(runs.map(({ text }) => text).join('')),
    };
  });
}

function readObjects(file: string): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  const start = /(\d+) 0 obj\s/g;
  for (let found = start.exec(file); found; found = start.exec(file)) {
    const body = file.indexOf('stream\n', start.lastIndex);
    const end = file.indexOf('endobj', start.lastIndex);
    if (body < 0 || body > end) {
      objects.set(found[1]!, { dictionary: file.slice(start.lastIndex, end), stream: '' });
      start.lastIndex = end;
      continue;
    }
    const dictionary = file.slice(start.lastIndex, body);
    const from = body + 'stream\n'.length;
    const to = from + Number(/\/Length (\d+)/.exec(dictionary)![1]);
    const bytes = Buffer.from(file.slice(from, to), 'latin1');
    const isText = dictionary.includes('/FlateDecode') && !dictionary.includes('/Subtype /Image');
    const stream = isText ? inflateSync(bytes).toString('latin1') : '';
    objects.set(found[1]!, { dictionary, stream });
    start.lastIndex = to;
  }
  return objects;
}

function reference(dictionary: string, name: string): string | null {
  return new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? null;
}

/** The pages under a node of their tree. */
function leaves(objects: ReadonlyMap<string, PdfObject>, node: string): string[] {
  const { dictionary } = objects.get(node)!;
  const kids = /\/Kids \[([^\]]*)\]/.exec(dictionary)?.[1];
  if (kids === undefined) return [dictionary];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => leaves(objects, kid!));
}

interface Font {
  /** Hexadecimal digits of a code. */
  readonly digits: number;
  readonly meaning: ReadonlyMap<number, string>;
}

function readFont(objects: ReadonlyMap<string, PdfObject>, ref: string): Font {
  const { dictionary } = objects.get(ref)!;
  const map = objects.get(reference(dictionary, 'ToUnicode') ?? '')?.stream ?? '';
  const meaning = new Map<number, string>();
  for (const [, lines] of map.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code, text] of lines!.matchAll(/<(\w+)> <(\w+)>/g)) {
      meaning.set(parseInt(code!, 16), utf16(text!));
    }
  }
  for (const [, lines] of map.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from, to, text] of lines!.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const first = parseInt(from!, 16);
      for (let code = first; code <= parseInt(to!, 16); code++) {
        meaning.set(code, String.fromCodePoint(parseInt(text!, 16) + code - first));
      }
    }
  }
  return { digits: dictionary.includes('/Subtype /Type3') ? 2 : 4, meaning };
}

function utf16(digits: string): string {
  return Buffer.from(digits, 'hex').swap16().toString('utf16le');
}

type Matrix = readonly [number, number, number, number, number, number];

/** First `a`, then `b`. */
function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

function textIn(content: string, fonts: ReadonlyMap<string, Font>, height: number) {
  const runs: { text: string; x: number; y: number }[] = [];
  const stack: Matrix[] = [];
  let now: Matrix = [1, 0, 0, 1, 0, 0];
  let font: Font | undefined;
  for (const line of content.split('\n')) {
    const numbers = line.match(/-?\d*\.?\d+/g)?.map(Number) ?? [];
    if (line === 'q') stack.push(now);
    else if (line === 'Q') now = stack.pop()!;
    else if (line.endsWith(' cm')) now = times(numbers as unknown as Matrix, now);
    else if (line.endsWith(' Tf')) font = fonts.get(/^\/(\S+)/.exec(line)![1]!);
    else if (line.endsWith(' Tm')) {
      const [, , , , x, y] = times(numbers as unknown as Matrix, now);
      runs.push({ text: '', x, y: height - y });
    }
    if (!line.endsWith(' Tj') && !line.endsWith(' TJ')) continue;
    for (const [, codes] of line.matchAll(/<(\w+)>/g)) {
      for (let at = 0; at < codes!.length; at += font!.digits) {
        const code = parseInt(codes!.slice(at, at + font!.digits), 16);
        runs.at(-1)!.text += font!.meaning.get(code) ?? '';
      }
    }
  }
  return runs.filter(({ text }) => text.trim() !== '');
}
