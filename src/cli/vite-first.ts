import { dirname, join, resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { loadedWith, type Graph, type Statement } from './first-card.ts';

/** The pages on the way to the first card, in the order in which they are fetched. */
const PAGES = {
  today: ['src/routes/+layout.svelte', 'src/routes/+error.svelte', 'src/routes/+page.svelte'],
  study: ['src/routes/study/+page.svelte'],
};
/** `begin`: what stands before any page. */
type Step = 'begin' | keyof typeof PAGES;

/** What Kit writes for a build: the addresses of its files stand in it, so it is a file by itself. */
const GENERATED = /\.svelte-kit\/generated\//;
/** The two files that every page of Kit's begins with. */
const BEGINS = /\/(runtime\/client\/entry|generated\/client-optimized\/app)\.js$/;
const FRAMEWORK = /node_modules\/(svelte|@sveltejs\/kit|esm-env|clsx)\/|vite\/preload-helper/;
/** The door of Svelte's runtime, which does nothing itself; else all behind it would come along. */
const DOOR = /node_modules\/svelte\/src\/internal\/client\/index\.js$/;
/** Kit's router, and what makes it take all that `svelte` exports, used or not. */
const KIT = /node_modules\/@sveltejs\/kit\/src\/runtime\/client\/client\.js$/;
const TAKEN_APART = 'const { onMount, tick } = svelte;';

/** What may have a style of its own. */
const STYLED = /\.(svelte|css)(\?|$)/;

type OutputOptions = Rolldown.OutputOptions;

/** What folds the journal and moves a memory: many need it, but not to show the first card. */
const FOLDING =
  /src\/lib\/(journal\/(fold|tallies)|schedule\/(card|memory|fuzz)|storage\/apply)|ts-fsrs/;

/**
 * What Kit calls the files of an app, in fewer letters: the app begins with the names of all of them, of
 * which those of style sheets say nothing to anybody, and hashes are noise that does not compress.
 */
function shortNames(options: OutputOptions): OutputOptions {
  const { entryFileNames: entry, chunkFileNames: chunk, assetFileNames: asset } = options;
  if (typeof entry !== 'string' || typeof chunk !== 'string' || typeof asset !== 'string')
    throw new Error('Kit names its files otherwise than src/cli/vite-first.ts expects');
  // With fewer characters Rolldown could not tell its chunks apart while it makes them.
  const short = (name: string) => name.replace('[hash]', '[hash:7]');
  return {
    entryFileNames: short(entry),
    chunkFileNames: short(chunk),
    // Fonts and pictures keep theirs: the server's half of the build hands them out as well.
    assetFileNames: ({ names }) =>
      names.some((name) => name.endsWith('.css')) ? short(asset.replace('[name].', '')) : asset,
  };
}

/**
 * Makes files of the app such that the browser fetches few of them until the first card is on the screen,
 * and in them nothing else. A file for all that pages have in common by and by gathers what most pages
 * need and these do not; a file for each set of pages that share something makes many, which compress
 * worse than few, and each names what it takes from all the others.
 */
export function firstCard(): Plugin {
  const steps = new Map<string, Step>();
  const isOf = (step: Step) => (id: string) => steps.get(id) === step;
  return {
    name: 'recite:first-card',
    apply: 'build',
    // For a server it does not matter.
    applyToEnvironment: ({ name }) => name === 'client',
    async buildEnd(error) {
      if (error) return;
      const modules = new Map<string, ReturnType<Graph['module']>>();
      const packages = new Map<string, string | null>();
      const graph: Graph = {
        module: (id) => {
          const known = modules.get(id);
          if (known !== undefined) return known;
          const code = this.getModuleInfo(id)?.code ?? null;
          const read =
            code === null
              ? null
              : { code, body: this.parse(code).body as unknown as readonly Statement[] };
          modules.set(id, read);
          return read;
        },
        resolve: async (source, importer) => {
          // To ask the bundler takes long, and most of what is imported says itself where it is.
          const path = source.startsWith('.') ? join(dirname(importer), source) : source;
          if (this.getModuleInfo(path)) return path;
          const known = packages.get(source);
          if (known !== undefined) return known;
          const target = await this.resolve(source, importer);
          const id = target && !target.external ? target.id : null;
          if (!source.startsWith('.')) packages.set(source, id);
          return id;
        },
      };
      const begin = [...this.getModuleIds()].filter((id) => BEGINS.test(id));
      steps.clear();
      for (const [step, files] of [['begin', begin], ...Object.entries(PAGES)] as const) {
        const roots = files.map((file) => resolve(file));
        for (const id of await loadedWith(graph, roots)) {
          if (!steps.has(id)) steps.set(id, step as Step);
        }
      }
    },
    transform: {
      filter: { id: [DOOR, KIT] },
      handler: (code, id) =>
        DOOR.test(id)
          ? { code, map: null, moduleSideEffects: false }
          : {
              code: code.replace(
                TAKEN_APART,
                'const { onMount, tick } = { onMount: svelte.onMount, tick: svelte.tick };',
              ),
              map: null,
            },
    },
    outputOptions: (options) => ({
      ...options,
      ...shortNames(options),
      codeSplitting: {
        groups: [
          {
            // What has words in it must not come along with these: the app begins with them, and only
            // then fetches the words of its language (src/hooks.client.ts).
            name: 'runtime',
            test: (id) =>
              (isOf('begin')(id) && !GENERATED.test(id)) || (steps.has(id) && FRAMEWORK.test(id)),
            priority: 3,
          },
          { name: 'today', test: isOf('today'), priority: 2 },
          // What no other page has is in the file of the page. What has a style is apart from what has
          // none: Kit puts no style into a page that something fetched later needs a file of, too.
          {
            name: 'study-rooms',
            test: (id) => isOf('study')(id) && !STYLED.test(id),
            priority: 2,
            minShareCount: 2,
          },
          { name: 'study', test: isOf('study'), priority: 1, minShareCount: 2 },
          { name: 'folding', test: FOLDING, minShareCount: 6 },
        ],
      },
    }),
  };
}
