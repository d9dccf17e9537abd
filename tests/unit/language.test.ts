import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { locale, percent, plural, speak, t, type Phrase } from '../../src/lib/language/index.ts';
import { ROOT } from '../../src/server/setup.js';
import { sharesOf } from '../../src/cli/words/shares.ts';
import { textsOf } from '../../src/cli/words/texts.ts';
import { readTexts } from './texts.ts';

const ENGLISH = { locale: 'en-GB', phrases: {} };
afterEach(() => speak(ENGLISH));

const used = readTexts(ROOT, 'src');
const keys = new Set(used.map(({ key }) => key));
const plurals = new Set(used.filter((use) => use.plural).map(({ key }) => key));

const FOLDER = join(ROOT, 'src/lib/language/es');
const parts = readdirSync(FOLDER).map((name) => ({
  name,
  phrases: JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Record<string, Phrase>,
}));

const SPANISH = {
  locale: 'es',
  phrases: Object.assign({}, ...parts.map(({ phrases }) => phrases)) as Record<string, Phrase>,
};

function placesOf(text: string): string[] {
  return [...new Set(text.match(/\{\d\}/g) ?? [])].sort();
}

describe('the Spanish catalogue', () => {
  it('has every text of the app', () => {
    expect([...keys].filter((key) => !(key in SPANISH.phrases)).sort()).toEqual([]);
  });

  it('has no text that nobody says', () => {
    expect(Object.keys(SPANISH.phrases).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('has each text in one place', () => {
    const all = parts.flatMap(({ phrases }) => Object.keys(phrases));
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
    expect(all.length).toBe(Object.keys(SPANISH.phrases).length);
  });

  it('has the places of each text, and the plural categories of Spanish', () => {
    const odd = Object.entries(SPANISH.phrases).filter(([key, phrase]) => {
      if (plurals.has(key)) {
        return !(
          typeof phrase === 'object' &&
          phrase.one !== undefined &&
          phrase.other !== undefined
        );
      }
      return typeof phrase !== 'string' || placesOf(phrase).join() !== placesOf(key).join();
    });
    expect(odd).toEqual([]);
  });

  it('writes a percentage as each language does', () => {
    const english = [...keys].filter((key) => /\s%/.test(key));
    const spanish = Object.entries(SPANISH.phrases).filter(([, phrase]) =>
      /[^\u00a0]%/.test(JSON.stringify(phrase)),
    );
    expect([english, spanish]).toEqual([[], []]);
  });
});

describe('the words of a page', () => {
  const all = Object.keys(SPANISH.phrases);
  const { everywhere, shareOf, shares } = sharesOf(ROOT, all);
  const heard = (page: string) =>
    new Set([...everywhere, ...(shares.get(shareOf.get(page) ?? '') ?? [])]);

  it('are there with it, and nothing is lost', () => {
    expect(
      new Set([...everywhere, ...[...shares.values()].flatMap((share) => [...share])]),
    ).toEqual(new Set(all));
    expect([...everywhere]).toEqual(
      expect.arrayContaining(['Show answer', 'Done for now', 'Keyboard', '{0} card', 'Progress']),
    );
    // In a component that is loaded late, in one that a room's door leads to, in a constant.
    expect(heard('settings')).toContain('Rebuild from my history');
    expect(heard('join')).toContain('Send answer');
    expect(heard('progress')).toContain('Cards by state');
    for (const name of readdirSync(join(ROOT, 'src/routes'))) {
      if (/^[a-z]/.test(name) && !['study', 'banks'].includes(name)) {
        expect([...shareOf.keys()]).toContain(name);
      }
    }
  });

  it('are not fetched by others: the first card needs a small part of them', () => {
    const size = (texts: Iterable<string>) =>
      JSON.stringify([...texts].map((text) => [text, SPANISH.phrases[text]])).length;
    expect(size(everywhere)).toBeLessThan(0.25 * size(all));
    for (const page of ['', 'read', 'quiz', 'settings']) {
      expect(heard(page)).not.toContain('Open the room');
    }
  });
});

describe('what is installed', () => {
  const manifestOf = (name: string) =>
    JSON.parse(readFileSync(join(ROOT, 'static', name), 'utf8')) as Record<string, unknown>;
  const isWord = (key: string) => ['description', 'lang', 'label'].includes(key);
  /** Everything but its words: a shortcut has a name that is said, the app one that is not. */
  const bare = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (key, part: unknown) => (isWord(key) ? '' : part)).replace(
        /"name":"[^"]*","url"/g,
        '"url"',
      ),
    );

  it('is the same in Spanish, but for its words, which are those of the app', () => {
    const [english, spanish] = ['manifest.webmanifest', 'manifest.es.webmanifest'].map(manifestOf);
    expect(bare(spanish)).toEqual(bare(english));
    expect(spanish).toMatchObject({ lang: 'es', id: '/' });
    const names = ({ shortcuts }: Record<string, unknown>) =>
      (shortcuts as { name: string }[]).map(({ name }) => name);
    expect(names(spanish!)).toEqual(names(english!).map((name) => SPANISH.phrases[name]));
  });
});

describe('a percentage', () => {
  it('is in English what the browser would write, which takes longer', () => {
    const written = new Intl.NumberFormat('en-GB', { style: 'percent' });
    for (let permille = 0; permille <= 2000; permille++) {
      const share = permille / 1000;
      // Where it lies between two, a rounding of its own may decide.
      if (permille % 10 !== 5) expect(percent(share), `${permille} ‰`).toBe(written.format(share));
    }
    expect([-0.2, 12.5, NaN].map((share) => percent(share))).toEqual(
      [-0.2, 12.5, NaN].map((share) => written.format(share)),
    );
  });

  it('is whole, unless digits are asked for, and written as the language has it', () => {
    expect([0, 0.125, 0.873, 1].map((share) => percent(share))).toEqual([
      '0%',
      '13%',
      '87%',
      '100%',
    ]);
    expect(percent(0.8734, 2)).toBe('87.34%');
    speak(SPANISH);
    expect(percent(0.873)).toBe('87\u00a0%');
    expect(percent(0.8734, 2)).toBe('87,34\u00a0%');
  });
});

describe('a text', () => {
  it('is said in English where no other language is spoken', () => {
    expect(t('{0} of {1}', 2, 3)).toBe('2 of 3');
    expect([plural(1, 'card'), plural(1200, 'card')]).toEqual(['1 card', '1,200 cards']);
    expect(plural(2, 'quiz', 'quizzes')).toBe('2 quizzes');
  });

  it('is said in the language that is spoken, in its own order', () => {
    const phrases = {
      '{0} of {1}': 'de {1}, {0}',
      '{0} card': { one: '{0} tarjeta', other: '{0} tarjetas' },
    };
    speak({ locale: 'es', phrases });
    expect(t('{0} of {1}', 2, 3)).toBe('de 3, 2');
    expect([plural(1, 'card'), plural(12000, 'card')]).toEqual(['1 tarjeta', '12.000 tarjetas']);
    expect(locale()).toBe('es');
  });

  it('that the language has not is said in English', () => {
    speak({ locale: 'es', phrases: {} });
    expect(t('Good')).toBe('Good');
    expect(plural(1, 'card')).toBe('1 card');
  });

  it('keeps what stands in a value as it is', () => {
    expect(t('“{0}” {1}', '{1}', 'b')).toBe('“{1}” b');
  });
});

describe('the reading of the code', () => {
  it('finds texts in calls, however they are written', () => {
    const template = '`$' + '{x}`';
    const code = `t('a', f('b, c'), ${template}) plural(x ? 1 : g(2), 'card') t(\n "it's",\n) cat('no')`;
    expect(textsOf('a.ts', code).map(({ key }) => key)).toEqual(['a', '{0} card', "it's"]);
  });

  it('refuses a text that is not written out', () => {
    expect(() => textsOf('a.ts', 't(words)')).toThrow('written out');
    expect(() => textsOf('a.ts', 't(`a $' + '{b}`)')).toThrow('written out');
  });
});
