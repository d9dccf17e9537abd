import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { candidates, ensureChromium, findChromium } from '../browser.js';
import { newProject, type Project } from './project.ts';

/** Puts a program there that ends with the given exit code. */
function program(project: Project, path: string, code = 0): string {
  project.write(path, `#!/bin/sh\nexit ${code}\n`);
  const full = join(project.root, path);
  chmodSync(full, 0o755);
  return full;
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
  vi.stubEnv('CHROME_PATH', '');
  return () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  };
});

describe('the browser for the tests', () => {
  it('is looked for in CHROME_PATH, then by name on the PATH, then in the usual places', () => {
    const places = candidates({ CHROME_PATH: '/own', PATH: ['/a', '/b'].join(delimiter) });
    const first = Array.from({ length: 10 }, () => places.next().value);
    expect(first).toEqual([
      '/own',
      join('/a', 'chromium-headless-shell'),
      join('/b', 'chromium-headless-shell'),
      join('/a', 'chromium'),
      join('/b', 'chromium'),
      join('/a', 'chromium-browser'),
      join('/b', 'chromium-browser'),
      join('/a', 'google-chrome'),
      join('/b', 'google-chrome'),
      '/usr/bin/chromium-headless-shell',
    ]);
  });

  it('is the first that is a program', () => {
    const project = newProject({ 'a/chromium': 'not a program' });
    const chrome = program(project, 'b/google-chrome');
    const chromium = program(project, 'c/chromium-browser');
    vi.stubEnv('PATH', ['a', 'b', 'c'].map((name) => join(project.root, name)).join(delimiter));
    expect(findChromium()).toBe(chromium);
    vi.stubEnv('CHROME_PATH', chrome);
    expect(findChromium()).toBe(chrome);
  });

  it('is one that can show windows, where such a one is asked for', () => {
    const project = newProject();
    const shell = program(project, 'a/chromium-headless-shell');
    const whole = program(project, 'b/chromium');
    vi.stubEnv('PATH', ['a', 'b'].map((name) => join(project.root, name)).join(delimiter));
    expect(findChromium()).toBe(shell);
    expect(findChromium({ whole: true })).toBe(whole);
    vi.stubEnv('CHROME_PATH', shell);
    expect(findChromium({ whole: true })).toBe(whole);
  });

  it('is one that starts, and is handed on in CHROME_PATH', async () => {
    const project = newProject();
    program(project, 'a/chromium', 1);
    const working = program(project, 'b/chromium');
    vi.stubEnv('PATH', ['a', 'b'].map((name) => join(project.root, name)).join(delimiter));
    expect(await ensureChromium({ packages: false })).toBe(working);
    expect(process.env.CHROME_PATH).toBe(working);
  });

  it('is another one, with a word about it, where CHROME_PATH names none', async () => {
    const project = newProject();
    const working = program(project, 'a/chromium');
    vi.stubEnv('PATH', join(project.root, 'a'));
    vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
    expect(await ensureChromium({ packages: false })).toBe(working);
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining('/nowhere/chrome'));
  });
});
