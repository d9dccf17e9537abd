import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Hash } from '../../primitives/index.ts';
import type { PackedBank } from '../../bank/index.ts';
import { packed } from '../../bank/check/index.ts';
import { compileBank, formatSourceProblem, type SourceFile } from '../../bank/source/index.ts';
import { readMarkdown } from '../../formats/index.ts';

/** What came of a document’s files. `problems` are for whoever wrote them: file, line, what to mend. */
export type Compiled =
  | { readonly kind: 'bank'; readonly bank: PackedBank }
  | { readonly kind: 'no-text' | 'several-texts' | 'no-questions' }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

const MARKDOWN = /\.(md|markdown)$/i;
const YAML = /\.ya?ml$/i;

const hash: Hash = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * Makes a bank of a document’s files, as the build does with a folder of `questions/`: one text in
 * Markdown, and banks in YAML about its sections.
 */
export function compileFiles(files: readonly SourceFile[]): Compiled {
  const texts = files.filter(({ name }) => MARKDOWN.test(name));
  const [text] = texts;
  if (!text) return { kind: 'no-text' };
  if (texts.length > 1) return { kind: 'several-texts' };
  const document = readMarkdown(text.text, hash);
  if (!document.ok)
    return { kind: 'problems', problems: [`${text.name}: ${document.error.message}`] };
  const order = document.value.sections.map(({ id }) => id);
  // In the order of the text; what is about none of its sections by itself comes last.
  const place = ({ name }: SourceFile) => {
    const at = order.indexOf(name.replace(YAML, ''));
    return at < 0 ? order.length : at;
  };
  const banks = files
    .filter(({ name }) => YAML.test(name))
    .sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name));
  const compiled = compileBank(ownBankId(document.value.title), document.value, banks);
  if (!compiled.ok) return { kind: 'problems', problems: compiled.error.map(formatSourceProblem) };
  const bank = compiled.value;
  if (bank.questions.length === 0) return { kind: 'no-questions' };
  return { kind: 'bank', bank: packed(bank) };
}

/**
 * The name of an added document’s bank. It hangs on the title: another version of the text takes the
 * place of the one before, and on another device the same document has the same name. No shipped
 * bank has a dot in its name.
 */
function ownBankId(title: string): string {
  return `own.${hash(title).slice(0, 16)}`;
}
