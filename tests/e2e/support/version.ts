import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from '@playwright/test';
import { BUILD } from './server.ts';

/** The next version of the app: this build, but every page says so, and the worker knows of it. */
export async function nextVersion(): Promise<{ directory: string; remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'recite-next-'));
  await cp(BUILD, directory, { recursive: true });
  const files = await readdir(directory);
  await edit(join(directory, 'sw.js'), (text) =>
    text.replaceAll(
      /("?revision"?:")\w{32}/g,
      (_whole, name: string) => `${name}${'0'.repeat(32)}`,
    ),
  );
  for (const name of files.filter((file) => file.endsWith('.html'))) {
    await edit(join(directory, name), (text) =>
      text.replace('</head>', '<meta name="version" content="next" /></head>'),
    );
  }
  // What was packed beforehand is of this version still.
  for (const name of files.filter((file) => /\.(br|gz)$/.test(file))) {
    await rm(join(directory, name));
  }
  return { directory, remove: () => rm(directory, { recursive: true }) };
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`nothing to change in ${path}`);
  await writeFile(path, changed);
}

export function runsNextVersion(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('meta[name="version"]') !== null);
}

/** Asks for a new version, as the browser does now and then, and waits until it lies ready. */
export async function findUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    if (!worker) throw new Error('there is no new version');
    await new Promise<void>((resolve) => {
      const look = () => {
        if (worker.state === 'installed') resolve();
      };
      worker.addEventListener('statechange', look);
      look();
    });
  });
}
