/** What of a module is used: names of its exports, or everything. */
type Used = ReadonlySet<string> | '*';

/** The modules of a build. */
export interface Graph {
  /** A module as statements, and its text, once it is JavaScript; null where there is none. */
  readonly module: (
    id: string,
  ) => { readonly body: readonly Statement[]; readonly code: string } | null;
  /** Where an import leads; null for what is not bundled. */
  readonly resolve: (source: string, importer: string) => Promise<string | null>;
}

/** A statement of a module, as ESTree has it: what matters here of imports and exports. */
export interface Statement {
  readonly type: string;
  readonly source?: { readonly value: unknown } | null;
  readonly specifiers?: readonly Specifier[];
  readonly exported?: Name | null;
}

interface Specifier {
  readonly type: string;
  readonly imported?: Name;
  readonly exported?: Name;
  readonly local?: Name;
}

/** An identifier, or a string in its place. */
interface Name {
  readonly name?: string;
  readonly value?: unknown;
}

/**
 * All modules that are loaded along with some: what they import, what that imports, and so on; of a door,
 * which only hands on what other modules have, as the `index.ts` of a room does, only what is used of it.
 * What is imported dynamically is not among them.
 *
 * @param roots ids, which are in it themselves
 * @returns ids of modules with code of their own
 */
export async function loadedWith(graph: Graph, roots: readonly string[]): Promise<Set<string>> {
  const used = new Map<string, Used>();
  const found = new Set<string>();
  const waiting: [id: string, used: Used][] = roots.map((root) => [root, '*']);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [id, now] = next;
    const module = graph.module(id);
    const before = used.get(id);
    if (!module || (before && isWithin(now, before))) continue;
    used.set(id, together(before, now));
    if (!module.body.every(handsOn)) found.add(id);
    for (const [source, names] of importsOf(module, now)) {
      const target = await graph.resolve(source, id);
      if (target !== null) waiting.push([target, names]);
    }
  }
  return found;
}

function isWithin(names: Used, all: Used): boolean {
  return all === '*' || (names !== '*' && [...names].every((name) => all.has(name)));
}

function together(before: Used | undefined, now: Used): Used {
  return now === '*' || before === '*' ? '*' : new Set([...(before ?? []), ...now]);
}

function handsOn({ type, source }: Statement): boolean {
  return type === 'ImportDeclaration' || (type.startsWith('Export') && Boolean(source));
}

/** What a module imports where some of its exports are used. What it only hands on has to be among these. */
function importsOf(
  { body, code }: { readonly body: readonly Statement[]; readonly code: string },
  used: Used,
): (readonly [source: string, names: Used])[] {
  return body.flatMap(({ type, source, specifiers = [], exported }) => {
    if (typeof source?.value !== 'string') return [];
    const from = source.value;
    if (type === 'ImportDeclaration') {
      const none: Used = new Set<string>();
      return [[from, specifiers.map((each) => importedBy(each, code)).reduce(together, none)]];
    }
    if (type === 'ExportAllDeclaration') return [[from, exported ? '*' : used]];
    const handedOn = specifiers.filter((each) => used === '*' || used.has(nameOf(each.exported)));
    if (handedOn.length === 0) return [];
    return [[from, new Set(handedOn.map(({ local }) => nameOf(local)))]];
  });
}

function importedBy({ type, imported, local }: Specifier, code: string): Used {
  if (type === 'ImportDefaultSpecifier') return new Set(['default']);
  if (type === 'ImportSpecifier') return new Set([nameOf(imported)]);
  // A namespace: its members, as a rule; where it is handed about, all of them. What compiled components
  // call theirs is the dollar sign, which a template has as well.
  const name = nameOf(local).replaceAll('$', '\\$');
  const uses = code.matchAll(new RegExp(`(?<![\\w$.])${name}(?![\\w\${])(?:\\.(\\w+))?`, 'g'));
  const [, ...members] = [...uses].map(([, member]) => member);
  return members.includes(undefined) ? '*' : new Set(members as string[]);
}

function nameOf(name: Name | undefined): string {
  return name?.name ?? String(name?.value);
}
