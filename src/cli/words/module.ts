import ts from 'typescript';
import { textsOf } from './texts.ts';

/** What a file of the code wants of another one: these names of it, or, as `null`, all that it has. */
export interface Wish {
  readonly specifier: string;
  readonly names: readonly string[] | null;
}

/** A file of the code, as far as it matters for what it says and leads to. */
export interface CodeFile {
  readonly wishes: readonly Wish[];
  /** What it passes on of others: its own name for it → where it comes from, and under what name. */
  readonly passedOn: ReadonlyMap<string, { readonly specifier: string; readonly name: string }>;
  /** Of these it passes on everything. */
  readonly passedWhole: readonly string[];
  /** The texts that it says. */
  readonly texts: readonly string[];
  /** Of these, what it says as soon as it is loaded: its constants. */
  readonly atOnce: readonly string[];
}

/** Reads one file. Types are left out: nothing of them is there when the code runs. */
export function readCode(file: string, code: string): CodeFile {
  const svelte = file.endsWith('.svelte');
  const scripts = svelte ? scriptsOf(code, '') : code;
  const source = parsed(file, scripts);
  const wishes: Wish[] = [...later(code)].map((specifier) => ({ specifier, names: null }));
  const passedOn = new Map<string, { specifier: string; name: string }>();
  const passedWhole: string[] = [];
  for (const node of source.statements) {
    if (ts.isImportDeclaration(node)) {
      const names = namesOf(node.importClause);
      if (names === null || names.length > 0) wishes.push({ specifier: from(node), names });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && !node.isTypeOnly) {
      const { exportClause } = node;
      if (exportClause && ts.isNamedExports(exportClause)) {
        for (const { name, propertyName, isTypeOnly } of exportClause.elements) {
          if (isTypeOnly) continue;
          passedOn.set(name.text, { specifier: from(node), name: (propertyName ?? name).text });
        }
      } else passedWhole.push(from(node));
    }
  }
  const constants = svelte ? scriptsOf(code, 'module') : code;
  return {
    ...{ wishes, passedOn, passedWhole },
    texts: textsOf(file, code).map(({ key }) => key),
    atOnce: saidAtOnce(file, constants),
  };
}

/** What is loaded when it is wanted: `import('…')`, in markup too, and workers. */
function* later(code: string): Generator<string> {
  const call = /\bimport\(\s*'([^']+)'\s*\)|new URL\(\s*'([^']+\.(?:ts|js))'/g;
  for (const [, module, worker] of code.matchAll(call)) yield (module ?? worker)!;
}

function from(node: ts.ImportDeclaration | ts.ExportDeclaration): string {
  return (node.moduleSpecifier as ts.StringLiteral).text;
}

/** Null: everything. */
function namesOf(clause: ts.ImportClause | undefined): string[] | null {
  if (!clause) return ['default'];
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const named = clause.namedBindings;
  if (named && ts.isNamespaceImport(named)) return null;
  const picked = (named?.elements ?? []).filter(({ isTypeOnly }) => !isTypeOnly);
  const names = picked.map(({ name, propertyName }) => (propertyName ?? name).text);
  return clause.name ? ['default', ...names] : names;
}

/** The texts that are said when the module is loaded, and not only when something in it is called. */
function saidAtOnce(file: string, code: string): string[] {
  const source = parsed(file, code);
  const said: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    const isOfEach =
      ts.isPropertyDeclaration(node) &&
      !node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
    if (isOfEach) return;
    if (ts.isCallExpression(node)) {
      said.push(...textsOf(file, node.getText(source)).map(({ key }) => key));
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return said;
}

/** The scripts of a component as one program; with `module`, only what runs once for all of them. */
function scriptsOf(component: string, which: '' | 'module'): string {
  return [...component.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes]) => which === '' || /\bmodule\b/.test(attributes!))
    .map(([, , script]) => script)
    .join('\n');
}

function parsed(file: string, code: string): ts.SourceFile {
  const kind = file.endsWith('.js') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  return ts.createSourceFile(file, code, ts.ScriptTarget.Latest, false, kind);
}
