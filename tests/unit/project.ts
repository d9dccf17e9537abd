import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { INSTALLED, STAMP, sourcesState } from '../../src/server/freshness.js';
import { ROOT } from '../../src/server/setup.js';

/** A small project in a folder of its own, which goes when the test ends. */
export interface Project {
  readonly root: string;
  write(path: string, content?: string | Uint8Array): void;
  /** Sets a file's time, in seconds before now. */
  age(path: string, seconds: number): void;
}

export function newProject(files: Readonly<Record<string, string>> = {}): Project {
  const root = mkdtempSync(join(tmpdir(), 'recite-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const project: Project = {
    root,
    write(path, content = '') {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    age(path, seconds) {
      const time = new Date(Date.now() - seconds * 1000);
      utimesSync(join(root, path), time, time);
    },
  };
  for (const [path, text] of Object.entries(files)) project.write(path, text);
  return project;
}

/** One that is installed and built, with our own server code, so that `npm start` just serves. */
export function startableProject(build: Readonly<Record<string, string>>): Project {
  const scripts = { start: 'node src/server/start.js', build: 'node src/build.js' };
  const project = newProject({
    'package.json': JSON.stringify({ name: 'recite', type: 'module', scripts }),
    'package-lock.json': '{}',
    'src/build.js': '',
  });
  project.age('package-lock.json', 86_400 * 365 * 10);
  symlinkSync(join(ROOT, 'node_modules'), join(project.root, 'node_modules'));
  symlinkSync(join(ROOT, 'src/lib'), join(project.root, 'src/lib'));
  cpSync(join(ROOT, 'src/server'), join(project.root, 'src/server'), { recursive: true });
  for (const [path, text] of Object.entries(build)) project.write(`build/${path}`, text);
  project.write(STAMP, sourcesState(project.root));
  return project;
}

/** Marks a project as installed now. */
export function markInstalled(project: Project): void {
  project.write(INSTALLED, '{}');
}
