import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { INSTALLED, STAMP, isBuilt, isInstalled } from '../../src/server/freshness.js';
import { checkNode, ensureBuilt, ensureInstalled } from '../../src/server/setup.js';
import { markInstalled, newProject, type Project } from './project.ts';

/** A program in place of npm: JavaScript that runs in the project's folder. */
function program(code: string): [string, ...string[]] {
  return [process.execPath, '--input-type=commonjs', '-e', `const fs = require('fs');${code}`];
}

const LOG = `fs.appendFileSync('log', 'ran ');`;
const INSTALL = program(`${LOG} fs.mkdirSync('node_modules', { recursive: true });
  fs.writeFileSync('${INSTALLED}', '{}');`);
const BUILD = program(`${LOG} fs.rmSync('build', { recursive: true, force: true });
  fs.mkdirSync('build'); fs.writeFileSync('build/200.html', 'shell');`);

function log(project: Project): string {
  const path = join(project.root, 'log');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
  return () => vi.restoreAllMocks();
});

describe('the installation', () => {
  const locked = () => newProject({ 'package-lock.json': '{}' });

  it('is missing without node_modules, and after one that broke off', () => {
    const project = locked();
    expect(isInstalled(project.root)).toBe(false);
    project.write('node_modules/svelte/package.json', '{}');
    expect(isInstalled(project.root)).toBe(false);
  });

  it('is there until the lockfile is newer', () => {
    const project = locked();
    markInstalled(project);
    expect(isInstalled(project.root)).toBe(true);
    project.age(INSTALLED, 60);
    expect(isInstalled(project.root)).toBe(false);
  });

  it('runs once', async () => {
    const project = locked();
    const { root } = project;
    expect(await ensureInstalled({ root, command: INSTALL })).toMatchObject({ ok: true });
    expect(await ensureInstalled({ root, command: INSTALL })).toMatchObject({ ok: true });
    expect(log(project)).toBe('ran ');
  });

  it('does not run for ever where the lockfile has a time to come', async () => {
    const project = locked();
    project.age('package-lock.json', -86_400);
    await ensureInstalled({ root: project.root, command: INSTALL });
    expect(isInstalled(project.root)).toBe(true);
  });

  it('says that it failed, and is tried again', async () => {
    const project = locked();
    markInstalled(project);
    project.age(INSTALLED, 60);
    const failed = await ensureInstalled({
      root: project.root,
      command: program('process.exit(3)'),
    });
    expect(failed).toMatchObject({ ok: false, error: { code: 'install-failed' } });
    expect(failed.ok || failed.error.message).toContain('exit code 3');
    expect(isInstalled(project.root)).toBe(false);
  });
});

describe('the build', () => {
  const source = () =>
    newProject({
      'src/app.ts': 'a',
      'src/lib/b.ts': 'b',
      'static/icon.svg': '',
      'package.json': '{}',
    });
  const built = async () => {
    const project = source();
    await ensureBuilt({ root: project.root, command: BUILD });
    expect(isBuilt(project.root)).toBe(true);
    return project;
  };

  it('runs once, and again when a source changes', async () => {
    const project = await built();
    await ensureBuilt({ root: project.root, command: BUILD });
    expect(log(project)).toBe('ran ');
    project.write('src/lib/b.ts', 'changed');
    await ensureBuilt({ root: project.root, command: BUILD });
    expect(log(project)).toBe('ran ran ');
  });

  it.each<[string, (project: Project) => void]>([
    ['a changed source', (project) => project.write('src/app.ts', 'longer')],
    ['one with another time only', (project) => project.age('src/app.ts', 60)],
    ['a new source', (project) => project.write('questions/x/document.md', 'x')],
    ['a deleted source', (project) => rmSync(join(project.root, 'static/icon.svg'))],
    ['a deleted build', (project) => rmSync(join(project.root, 'build'), { recursive: true })],
    ['a build by other hands', (project) => rmSync(join(project.root, STAMP))],
    ['a build without its shell', (project) => rmSync(join(project.root, 'build/200.html'))],
  ])('is old after %s', async (_, change) => {
    const project = await built();
    change(project);
    expect(isBuilt(project.root)).toBe(false);
  });

  it.each<[string, string]>([
    ['a test', 'src/lib/b.test.ts'],
    ['an editor’s file', 'src/lib/.b.ts.swp'],
    ['anything else', 'README.md'],
  ])('is not old after a change of %s', async (_, path) => {
    const project = await built();
    project.write(path, 'x');
    expect(isBuilt(project.root)).toBe(true);
  });

  it('is not taken for a whole one where it failed half-way', async () => {
    const project = await built();
    project.write('src/app.ts', 'changed');
    const half = program(`fs.writeFileSync('build/200.html', 'half'); process.exit(1)`);
    expect(await ensureBuilt({ root: project.root, command: half })).toMatchObject({
      ok: false,
      error: { code: 'build-failed' },
    });
    expect(isBuilt(project.root)).toBe(false);
  });

  it('is old at once where a source changed while it ran', async () => {
    const project = source();
    const slow = program(`fs.mkdirSync('build'); fs.writeFileSync('build/200.html', '');
      fs.writeFileSync('src/app.ts', 'changed meanwhile');`);
    await ensureBuilt({ root: project.root, command: slow });
    expect(isBuilt(project.root)).toBe(false);
  });

  it('runs once for several that want it at the same time', async () => {
    const project = source();
    const slow = program(`${LOG} fs.mkdirSync('build'); fs.writeFileSync('build/200.html', '');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);`);
    const results = await Promise.all(
      [1, 2, 3].map(() => ensureBuilt({ root: project.root, command: slow })),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(log(project)).toBe('ran ');
    expect(existsSync(join(project.root, '.svelte-kit/setup.lock'))).toBe(false);
  });
});

describe('Node', () => {
  it.each([
    ['18.20.4', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.1.0', true],
    ['26.0.0', true],
  ])('%s is new enough: %s', (version, enough) => {
    expect(checkNode(version).ok).toBe(enough);
  });
});
