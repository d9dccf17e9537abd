import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Bank } from '../lib/bank/index.ts';
import { checkBank, packed, RULES } from '../lib/bank/check/index.ts';
import { formatSourceProblem } from '../lib/bank/source/index.ts';
import { prerequisitesFirst } from '../lib/schedule/index.ts';
import { readAll } from './folder.ts';

const BANKS = 'virtual:recite/banks';
const REVIEW = 'virtual:recite/review';
const FIRST = 'virtual:recite/first';
const SHELF = 'virtual:recite/shelf';
const ALL: readonly string[] = [BANKS, REVIEW, FIRST, SHELF];

/**
 * Compiles the shipped banks into the module `virtual:recite/banks`, and what the checker says of
 * them into `virtual:recite/review`; `virtual:recite/first` is what a first launch shows of the one that
 * the app opens, `virtual:recite/shelf` what the shipped documents are called. A bank with a problem stops the
 * build with file, line and reason; in development the page shows it and mends itself on saving.
 */
export function banks(folder = 'questions'): Plugin {
  const root = resolve(folder);
  return {
    name: 'recite-banks',
    resolveId: (id) => (ALL.includes(id) ? `\0${id}` : undefined),
    load(id) {
      if (!ALL.some((one) => id === `\0${one}`)) return undefined;
      const read = readAll(root);
      if (!read.ok) {
        throw new Error(
          `The banks have problems:\n${read.error.map(formatSourceProblem).join('\n')}`,
        );
      }
      if (id === `\0${BANKS}`) {
        return `export const banks = ${JSON.stringify(read.value.map(packed))};`;
      }
      if (id === `\0${FIRST}`) {
        return `export const first = ${JSON.stringify(read.value[0] && firstOf(read.value[0]))};`;
      }
      if (id === `\0${SHELF}`) {
        const shelf = read.value.map(({ id, document: { title, language } }) => ({
          id,
          title,
          language,
        }));
        return `export const shelf = ${JSON.stringify(shelf)};`;
      }
      const reviews = read.value.map((bank) => ({ bank, report: checkBank(bank) }));
      const rules = RULES.map(({ name }) => name);
      return `export const reviews = ${JSON.stringify(reviews)}; export const rules = ${JSON.stringify(rules)};`;
    },
    configureServer(server) {
      server.watcher.add(root);
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(root)) return;
        for (const { moduleGraph } of Object.values(server.environments)) {
          for (const id of ALL) {
            const module = moduleGraph.getModuleById(`\0${id}`);
            if (module) moduleGraph.invalidateModule(module);
          }
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/** What a first launch shows of a bank before the bank is there; the first card is as `orderNew` has it. */
function firstOf({ id, document: { title, language }, questions }: Bank) {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const [asked] = prerequisitesFirst([...byId.keys()], (each) => byId.get(each)?.requires ?? []);
  const { type, prompt } = byId.get(asked!)!;
  return { id, title, language, question: { type, prompt } };
}
