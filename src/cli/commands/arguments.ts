import { err, ok, type Result } from '../../lib/primitives/index.ts';

export interface PathArguments {
  readonly path?: string;
  readonly json: boolean;
}

/** Reads `[path] [--json]`, in any order; what follows `--` is a path, whatever it looks like. */
export function readPathArguments(
  command: string,
  args: readonly string[],
): Result<PathArguments, string> {
  const paths: string[] = [];
  let json = false;
  let onlyPaths = false;
  for (const arg of args) {
    if (onlyPaths || !arg.startsWith('-')) paths.push(arg);
    else if (arg === '--') onlyPaths = true;
    else if (arg === '--json') json = true;
    else return err(`${command}: unknown option ${arg}; it takes [path] [--json]`);
  }
  const [path, ...more] = paths;
  if (more.length > 0) {
    return err(`${command}: it takes one path, and was given ${paths.length}: ${paths.join(', ')}`);
  }
  if (path === '') return err(`${command}: the path is empty`);
  return ok(path === undefined ? { json } : { path, json });
}
