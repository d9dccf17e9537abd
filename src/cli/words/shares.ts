import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readCode, type CodeFile } from './module.ts';

/** Which texts of the app are needed everywhere, and which by some of its pages only. */
export interface Shares {
  /** Said by the frame, on the way to the first card, or by nothing that was found. */
  readonly everywhere: ReadonlySet<string>;
  /** The first part of a page's address, as `join`, → the name of its share, as `class`. */
  readonly shareOf: ReadonlyMap<string, string>;
  /** The name of a share → what its pages say besides. */
  readonly shares: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What is there before anything else, and the pages on the way to the first card. */
const FIRST = ['src/routes', 'src/routes/study'];
/** Pages of a live class and of hand-outs: they lead to one another, and have one share. */
const CLASS = ['board', 'host', 'join', 'take'];
const FRAME = ['src/routes/+layout.svelte', 'src/routes/+error.svelte', 'src/hooks.client.ts'];

/**
 * Finds out what each page can say: by what it imports, name by name, for a room's door leads to
 * everything in it.
 *
 * @param root the project's folder
 * @param texts all that there is to say
 */
export function sharesOf(root: string, texts: readonly string[]): Shares {
  const code = new Code(root);
  const begins = [...FRAME, ...FIRST.flatMap((folder) => pageFiles(root, folder))];
  const first = new Set([...code.reached(begins)].flatMap((file) => code.read(file).texts));

  const shareOf = new Map<string, string>();
  /** The name of a share → the files that its pages reach. */
  const reached = new Map<string, Set<string>>();
  for (const folder of pageFolders(root).filter((one) => !FIRST.includes(one))) {
    const page = folder.split('/')[2]!;
    const name = CLASS.includes(page) ? 'class' : page;
    shareOf.set(page, name);
    const files = code.reached(pageFiles(root, folder));
    reached.set(name, new Set([...(reached.get(name) ?? []), ...files]));
  }

  // A constant of what several share may be loaded with any page, in one file with what that needs.
  const times = new Map<string, number>();
  for (const files of reached.values()) {
    for (const file of files) times.set(file, (times.get(file) ?? 0) + 1);
  }
  for (const [file, count] of times) {
    if (count > 1) for (const text of code.read(file).atOnce) first.add(text);
  }

  const shares = new Map(
    [...reached].map(([name, files]) => {
      const said = new Set([...files].flatMap((file) => code.read(file).texts));
      return [name, new Set(texts.filter((text) => said.has(text) && !first.has(text)))];
    }),
  );
  const elsewhere = new Set([...shares.values()].flatMap((said) => [...said]));
  return { everywhere: new Set(texts.filter((text) => !elsewhere.has(text))), shareOf, shares };
}

function pageFolders(root: string): string[] {
  return readdirSync(join(root, 'src/routes'), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join('src/routes', name.replaceAll('\\', '/')))
    .filter((file) => file.endsWith('/+page.svelte'))
    .map((file) => posix.dirname(file));
}

function pageFiles(root: string, folder: string): string[] {
  return ['+page.svelte', '+page.ts']
    .map((name) => posix.join(folder, name))
    .filter((file) => existsSync(join(root, file)));
}

/** The code of the project, each file read once. */
class Code {
  readonly #root: string;
  readonly #files = new Map<string, CodeFile>();

  constructor(root: string) {
    this.#root = root;
  }

  read(file: string): CodeFile {
    const known = this.#files.get(file);
    if (known) return known;
    const read = readCode(file, readFileSync(join(this.#root, file), 'utf8'));
    this.#files.set(file, read);
    return read;
  }

  /** The files that these lead to, themselves included. */
  reached(entries: readonly string[]): Set<string> {
    const seen = new Set<string>();
    const waiting = [...entries];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file) || file.startsWith('src/lib/language/')) continue;
      seen.add(file);
      for (const { specifier, names } of this.read(file).wishes) {
        const to = this.#find(file, specifier);
        if (to !== null) waiting.push(...this.#having(to, names));
      }
    }
    return seen;
  }

  /** The files in which these names of a file are to be found. */
  #having(file: string, names: readonly string[] | null): string[] {
    const { passedOn, passedWhole } = this.read(file);
    const beyond = passedWhole.flatMap((one) => this.#find(file, one) ?? []);
    if (names === null) {
      const all = [...passedOn.keys()].flatMap((name) => this.#having(file, [name]));
      return [file, ...all, ...beyond.flatMap((one) => this.#having(one, null))];
    }
    return names.flatMap((name) => {
      const passed = passedOn.get(name);
      const to = passed && this.#find(file, passed.specifier);
      if (passed && to) return this.#having(to, [passed.name]);
      return [file, ...beyond.flatMap((one) => this.#having(one, [name]))];
    });
  }

  /** A file of the project; null where a package, a style or a picture is meant. */
  #find(from: string, specifier: string): string | null {
    const path = specifier.startsWith('$lib/')
      ? posix.join('src/lib', specifier.slice('$lib/'.length))
      : specifier.startsWith('.') && posix.join(posix.dirname(from), specifier);
    if (!path || !/\.(ts|js|svelte)$/.test(path)) return null;
    return statSync(join(this.#root, path), { throwIfNoEntry: false })?.isFile() ? path : null;
  }
}
