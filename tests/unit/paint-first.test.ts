import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { paintedFirst, withFirstPaint } from '../../src/paint-first.ts';

const hash = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`;

const SCRIPT = `
	{
		__sveltekit_abc = { base: "" };
		const element = document.currentScript.parentElement;
		Promise.all([
			import("./start.js"),
			import("./app.js")
		]).then(([kit, app]) => { kit.start(app, element); });
	}
`;

const page = (script: string) => `<html><head><script>own()</script>
<meta http-equiv="content-security-policy" content="script-src 'self' '${hash(script)}'">
<link href="./a.js" rel="modulepreload"><link href="./b.js" rel="modulepreload"></head>
<body><p>Words</p><script>${script}</script></body></html>`;

describe('a page that is painted before its app is asked for', () => {
  it('imports nothing, and preloads nothing, before that', () => {
    const painted = paintedFirst(page(SCRIPT));
    expect(painted).toContain('painted().then(() => Promise.all([\n\t\t\timport("./start.js")');
    expect(painted).toContain('])).then(([kit, app])');
    expect(painted).not.toContain('modulepreload');
    expect(painted.match(/data-after-paint/g)).toHaveLength(2);
    expect(painted).toContain('<script>own()</script>');
  });

  it('has the hash of what it runs in its policy, and that of nothing else', () => {
    const painted = paintedFirst(page(SCRIPT));
    const script = /<script>(\s[^]*?)<\/script>/.exec(painted)![1]!;
    expect(painted).toContain(hash(script));
    expect(painted).not.toContain(hash(SCRIPT));
  });

  it.each([
    ['no script of Kit', SCRIPT.replace('__sveltekit_', '__kit_')],
    ['one that imports otherwise', SCRIPT.replace('Promise.all', 'Promise.allSettled')],
  ])('is not made from %s', (_, script) => {
    expect(() => paintedFirst(page(script))).toThrow(/src\/paint-first\.ts/);
  });

  it('is not made where the policy has another hash', () => {
    expect(() => paintedFirst(page(SCRIPT).replace(hash(SCRIPT), 'sha256-other'))).toThrow();
  });
});

describe('what runs before the first paint', () => {
  const head = `<head>%first-paint%<meta content="script-src 'self' 'sha256-of-kit'"></head>`;

  it('stands in the page without its comments, and the policy knows it', () => {
    const made = withFirstPaint(
      head,
      '// Why.\nconst a = /** @type {string} */ (b);\n  // And.\nc();\n',
    );
    const script = 'const a = (b);\nc();\n';
    expect(made).toBe(
      `<head><script>${script}</script><meta content="script-src 'self' '${hash(script)}' 'sha256-of-kit'"></head>`,
    );
  });

  it('is taken as it is, whatever signs it has', () => {
    expect(withFirstPaint(head, "a('$&$1');")).toContain("<script>a('$&$1');</script>");
  });
});
