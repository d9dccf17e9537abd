import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replace(
  /\/\*[\s\S]*?\*\//g,
  '',
);

type Tokens = Record<string, string>;

/** The custom properties of every rule, by its media query (or '') and selector. */
function rules(source: string): { media: string; selector: string; tokens: Tokens }[] {
  const found: { media: string; selector: string; tokens: Tokens }[] = [];
  const rest = source.replace(
    /@media([^{]+)\{((?:[^{}]*\{[^{}]*\})*)\s*\}/g,
    (_, media: string, body: string) => {
      found.push(...plain(body).map((rule) => ({ ...rule, media: media.trim() })));
      return '';
    },
  );
  return [...plain(rest), ...found];
}

function plain(source: string): { media: string; selector: string; tokens: Tokens }[] {
  return [...source.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    media: '',
    selector: selector.trim(),
    tokens: Object.fromEntries(
      [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
        name,
        value.trim(),
      ]),
    ),
  }));
}

const all = rules(css);
const inDark = '(prefers-color-scheme: dark)';
const inContrast = '(prefers-contrast: more)';

function tokens(selector: string, media = ''): Tokens {
  const rule = all.find((each) => each.selector === selector && each.media === media);
  if (!rule) throw new Error(`tokens.css has no ${media} ${selector}`);
  return rule.tokens;
}

const light = tokens(':root');
const dark = { ...light, ...tokens(":root[data-theme='dark']") };
const contrastLight = tokens(":root[data-theme='contrast']");
const contrastDark = tokens(":root[data-theme='contrast']", inDark);
const themes: Record<string, Tokens> = {
  light,
  dark,
  'contrast, light': { ...light, ...contrastLight },
  'contrast, dark': { ...dark, ...contrastDark },
};

type Rgb = [number, number, number];

/** Linear light of an opaque hex colour, or of a transparent one over what lies under it. */
function linear(colour: string, under?: string): Rgb {
  const [, hex = '', alpha] = /^#([0-9a-f]{6})([0-9a-f]{2})?$/.exec(colour) ?? [];
  expect(hex, `a hex colour: ${colour}`).not.toBe('');
  if (alpha === '00' && under) return linear(under);
  expect(alpha, `opaque: ${colour}`).toBeUndefined();
  return [0, 2, 4].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
}

const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** WCAG 2 contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), severity 1, in linear light. */
const blindness: Record<string, number[]> = {
  'full colour': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopia: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

function see(colour: Rgb, matrix: number[]): Rgb {
  return [0, 3, 6].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        colour.reduce((sum, channel, at) => sum + channel * (matrix[row + at] ?? 0), 0),
      ),
    ),
  ) as Rgb;
}

function oklab([red, green, blue]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const grades = ['again', 'hard', 'good', 'easy'].map((grade) => `grade-${grade}`);
const verdicts = ['right', 'wrong', 'partly'];
const memory = [0, 1, 2, 3, 4, 5].map((level) => `memory-${level}`);
const glow = [0, 1, 2, 3, 4, 5].map((level) => `glow-${level}`);
const papers = ['paper', 'paper-raised', 'paper-sunken'];

/** Each pair and the least ratio it must have in [light, dark, the two of high contrast]. */
const pairs: [front: string, back: string, light: number, dark: number, high: number][] = [
  ...papers.flatMap((paper): [string, string, number, number, number][] => [
    ['ink', paper, 12, 10, 16],
    ['ink-soft', paper, 7, 7, 12],
    ['ink-faint', paper, 4.5, 4.5, 7],
    ['line-strong', paper, 3, 3, 7],
    ['focus', paper, 4.5, 4.5, 7],
    ...verdicts.map((name): [string, string, number, number, number] => [name, paper, 4.5, 4.5, 7]),
    ...grades.map((name): [string, string, number, number, number] => [name, paper, 4.5, 4.5, 7]),
  ]),
  ['control-ink', 'control', 12, 10, 16],
  ['control-ink', 'control-hover', 9, 10, 12],
  ['ink', 'control-soft', 10, 9, 14],
  ['ink-soft', 'control-soft', 7, 6, 10],
  ['memory-edge', 'paper', 3, 3, 7],
  ['memory-ink', 'cited', 7, 4.5, 7],
  ...memory.flatMap((name): [string, string, number, number, number][] => [
    ['ink', name, 7, 4.5, 7],
    ['memory-ink', name, 7, 4.5, 7],
  ]),
  ...grades.flatMap((name): [string, string, number, number, number][] => [
    [`${name}-ink`, name, 4.5, 4.5, 7],
    [name, `${name}-soft`, 4.5, 4.5, 7],
    ['ink', `${name}-soft`, 7, 7, 10],
  ]),
  ...verdicts.flatMap((name): [string, string, number, number, number][] => [
    [name, `${name}-soft`, 4.5, 4.5, 7],
    ['ink', `${name}-soft`, 7, 7, 10],
  ]),
];

describe.each(Object.entries(themes))('the %s theme', (theme, colours) => {
  const colour = (name: string) => linear(colours[name] ?? `no --${name}`, colours['paper']);

  it('has its contrasts', () => {
    const short = pairs.flatMap(([front, back, inLight, inDark, high]) => {
      const least = theme === 'light' ? inLight : theme === 'dark' ? inDark : high;
      const ratio = contrast(colour(front), colour(back));
      return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)} < ${least}`];
    });
    expect(short).toEqual([]);
  });

  it.each([memory, glow])(
    'tells memory by lightness alone, from nothing (%s) to full',
    (...scale) => {
      expect(colours[scale[0] ?? '']).toMatch(/^#[0-9a-f]{6}00$/);
      const steps = scale.map((name) => contrast(colour(name), colour('paper')));
      for (const [at, step] of steps.entries()) {
        if (at > 0) expect(step / (steps[at - 1] ?? 1), scale[at]).toBeGreaterThan(1.05);
      }
      expect(steps.at(-1)).toBeGreaterThan(1.5);
    },
  );

  it.each(Object.entries(blindness))('keeps the four grades apart to eyes with %s', (_, matrix) => {
    const seen = grades.map((name) => oklab(see(colour(name), matrix)));
    for (const [at, a] of seen.entries()) {
      for (const b of seen.slice(at + 1)) {
        expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(0.06);
      }
    }
    const light = grades.map((name) => luminance(colour(name)));
    expect(light).toEqual([...light].sort((x, y) => x - y));
  });
});

describe('the copies', () => {
  it('leave nothing of the light high contrast in the dark one, which comes after it', () => {
    expect(Object.keys(contrastLight).filter((name) => !(name in contrastDark))).toEqual([]);
  });

  it('are equal', () => {
    expect(tokens(":root:not([data-theme='light'])", inDark)).toEqual(
      tokens(":root[data-theme='dark']"),
    );
    expect(tokens(':root', inContrast)).toEqual(contrastLight);
    expect(tokens(":root[data-theme='dark']", inContrast)).toEqual(contrastDark);
    expect(tokens(":root:not([data-theme='light'])", `${inContrast} and ${inDark}`)).toEqual(
      contrastDark,
    );
  });

  it('name only tokens that the light theme has', () => {
    const names = new Set(Object.keys(light));
    expect(
      all.flatMap((rule) => Object.keys(rule.tokens)).filter((name) => !names.has(name)),
    ).toEqual([]);
  });
});
