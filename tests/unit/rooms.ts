import type { Import } from './imports.ts';

/** What ARCHITECTURE.md allows. */
export interface Plan {
  readonly rooms: ReadonlyMap<string, Room>;
  /** `document/anchor`, `formats/*`: folders whose `index.ts` is a door as well. */
  readonly doors: readonly string[];
  /** Package → the only room that may import it. */
  readonly packages: ReadonlyMap<string, string>;
}

interface Room {
  readonly pure: boolean;
  readonly imports: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

/** Reads the table and the lists of ARCHITECTURE.md. */
export function readPlan(markdown: string): Plan {
  const rows = [...markdown.matchAll(/^\| `([^`]+)`( P)? *\|[^|]*\|([^|]*)\|$/gm)].map(
    ([, name = '', pure, allowed = '']) => ({ name, pure: pure !== undefined, allowed }),
  );
  const all = rows.map(({ name }) => name).filter((name) => !name.includes('/'));
  const rooms = rows.map(({ name, pure, allowed }): [string, Room] => {
    const [whole = '', ...parts] = allowed.trim().split('; ');
    const part = (start: string) => named(parts.find((text) => text.startsWith(start)) ?? '');
    const listed = named(whole);
    const imports = whole.startsWith('all') ? all.filter((room) => !listed.includes(room)) : listed;
    return [
      name,
      { pure, imports: new Set([...imports, ...part('also')]), types: new Set(part('types of')) },
    ];
  });
  return {
    rooms: new Map(rooms),
    doors: [...markdown.matchAll(/^- `([^`]+)`$/gm)].map(([, door = '']) => door),
    packages: new Map(
      [...markdown.matchAll(/^- `([^`]+)`: `([^`]+)`$/gm)].map(([, name = '', room = '']) => [
        name,
        room,
      ]),
    ),
  };
}

function named(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

/** Everything that the plan does not allow, a line each. */
export function violations(plan: Plan, imports: readonly Import[]): string[] {
  return imports.flatMap((one) => {
    const why = one.local ? wrongArrow(plan, one) : wrongPackage(plan, one);
    return why === null ? [] : [`${one.from} imports ${one.to}: ${why}`];
  });
}

/** Where a file belongs: `bank`, `src/routes`, or null for a file outside of all rooms. */
export function roomOf(file: string): string | null {
  const [, inLib, outside] = /^(?:src\/lib\/([^/]+)\/|(src\/[^/]+)\/)/.exec(file) ?? [];
  if (inLib !== undefined) return inLib;
  return outside === undefined || outside === 'src/lib' ? null : outside;
}

function wrongArrow(plan: Plan, { from, to, typeOnly }: Import): string | null {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here === there && here !== null) return null;
  const room = here === null ? undefined : plan.rooms.get(here);
  if (!room) return `${from} is in no room of the table`;
  if (there === null) return 'that is in no room';
  const allowed = room.imports.has(there) || (typeOnly && room.types.has(there));
  if (!allowed) return `${here} may not import ${there}`;
  // Only the rooms of src/lib have a door, and a stylesheet, a font or a picture needs none.
  if (there.startsWith('src/') || !/\.(ts|js|svelte)$/.test(to)) return null;
  return isDoor(plan, there, to) ? null : `that is not a door of ${there}`;
}

function isDoor({ doors }: Plan, room: string, file: string): boolean {
  if (file === `src/lib/${room}/index.ts`) return true;
  return doors.some((door) => {
    const pattern = door.replace('*', '[^/]+');
    return new RegExp(`^src/lib/${pattern}/index\\.ts$`).test(file);
  });
}

function wrongPackage(plan: Plan, { from, to }: Import): string | null {
  const here = roomOf(from);
  const owner = plan.packages.get(to);
  if (owner !== undefined && owner !== here) return `only ${owner} may`;
  const room = here === null ? undefined : plan.rooms.get(here);
  if (room?.pure && /^(node:|svelte$|\$)/.test(to)) return `${here} is pure`;
  return null;
}

/** A way from a file back to itself, or null. A component may show itself within itself. */
export function findCycle(imports: readonly Import[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to, local } of imports) {
    if (local && from !== to) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const search = (file: string, way: readonly string[]): string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of next.get(file) ?? []) {
      const cycle = search(target, [...way, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = search(file, []);
    if (cycle) return cycle;
  }
  return null;
}
