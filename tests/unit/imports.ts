import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

/** One file's wish for another. */
export interface Import {
  /** The importing file, from the project's folder, with forward slashes. */
  readonly from: string;
  /** A file of the project, likewise, or the name of a package (`idb`, `node:fs`, `$app/paths`). */
  readonly to: string;
  readonly local: boolean;
  /** Only types: nothing is left of it when the code runs. */
  readonly typeOnly: boolean;
}

/** Every import of every code file below the given folders, tests left out. */
export function readImports(root: string, folders: readonly string[]): Import[] {
  return folders
    .flatMap((folder) => codeFiles(root, folder))
    .flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8'), fileFinder(root)));
}

/** The code files below a folder, tests left out. */
export function codeFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((file) => /\.(ts|js|svelte)$/.test(file) && !/\.test\.ts$|\.d\.ts$/.test(file))
    .filter((file) => statSync(join(root, file)).isFile())
    .sort();
}

/** The imports of one file, whose text is given. */
export function importsOf(
  file: string,
  text: string,
  findFile: (path: string) => string = (path) => path,
): Import[] {
  const code = file.endsWith('.svelte') ? scriptsOf(text) : text;
  const kind = file.endsWith('.js') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, false, kind);
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const path = localPath(file, specifier.text);
    // Kit generates these beside each route.
    if (path?.endsWith('/$types')) return;
    const to = path === null ? packageName(specifier.text) : findFile(path);
    found.push({ from: file, to, local: path !== null, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, isTypeImport(node.importClause));
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly || allTypes(node.exportClause));
    } else if (ts.isImportTypeNode(node)) {
      if (ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isNewExpression(node) && isCodeUrl(node)) {
      add(node.arguments?.[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return !clause.name && allTypes(clause.namedBindings);
}

function allTypes(bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (!bindings || (!ts.isNamedImports(bindings) && !ts.isNamedExports(bindings))) return false;
  return bindings.elements.length > 0 && bindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

/** `new URL('./worker.ts', import.meta.url)`, as workers are named. */
function isCodeUrl(node: ts.NewExpression): boolean {
  const [first] = node.arguments ?? [];
  return (
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'URL' &&
    node.arguments?.length === 2 &&
    first !== undefined &&
    ts.isStringLiteralLike(first) &&
    /^\..*\.(ts|js)$/.test(first.text)
  );
}

/** The scripts of a component, as one program: a module and an instance script share their scope. */
function scriptsOf(component: string): string {
  return [...component.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, script]) => script)
    .join('\n');
}

/** The path of a file of the project, or null where a package is meant. */
function localPath(file: string, specifier: string): string | null {
  const [path = ''] = specifier.split('?');
  if (path === '$lib' || path.startsWith('$lib/')) return posix.join('src/lib', path.slice(4));
  return path.startsWith('.') ? posix.join(dirname(file), path) : null;
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  const long = specifier.startsWith('@') || specifier.startsWith('$');
  return parts.slice(0, long ? 2 : 1).join('/');
}

/** Completes a path as Vite does: a folder means its index, a missing extension means `.ts`. */
function fileFinder(root: string): (path: string) => string {
  return (path) =>
    [path, `${path}.ts`, `${path}/index.ts`].find((candidate) =>
      statSync(join(root, candidate), { throwIfNoEntry: false })?.isFile(),
    ) ?? path;
}
