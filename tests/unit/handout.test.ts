import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assembled,
  codeCheck,
  codeOf,
  codeText,
  framesOf,
  fromBase32,
  gather,
  handoutId,
  linkText,
  liveId,
  missingOf,
  NOTHING_GATHERED,
  openLive,
  openResult,
  packWhole,
  publicKeyOf,
  readCode,
  readHead,
  readLinkText,
  readTagged,
  SECRET_BYTES,
  sealLive,
  sealResult,
  spacedCode,
  tagOf,
  taggedText,
  toBase32,
  unlockWhole,
  unpackWhole,
  type HandedIn,
} from '../../src/lib/handout/index.ts';
import { EVERYTHING } from '../../src/lib/quiz/index.ts';
import { speak } from '../../src/lib/language/index.ts';
import { answersTo, askedOf, bytesOf, PLAN, planOfType, SQUEEZE, verdictsOf } from './handout.ts';

const SECRET = bytesOf(1)(SECRET_BYTES);
const OTHER = bytesOf(2)(32);
const KEY = publicKeyOf(SECRET);
const ASKED = askedOf(PLAN, 'seed');
const IDENTITY = { title: 'A test', sure: true, key: KEY, asked: ASKED };
const SEALING = { id: handoutId(IDENTITY), asked: ASKED, sure: true };
const AT = Date.UTC(2026, 2, 2, 10);

function handed(answers: HandedIn['answers'], name = 'Ana'): HandedIn {
  return { sheet: '0123456789ab', name, at: AT, spent: 61_000, answers };
}

function read<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('base 32', () => {
  test('gives the octets back, however they were typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = toBase32(bytes);
        expect(fromBase32(text)).toEqual(bytes);
        const typed = text.toLowerCase().replace(/(.{4})/g, '$1 -');
        expect(fromBase32(typed.replace(/0/g, 'o').replace(/1/g, 'l'))).toEqual(bytes);
      }),
    );
    expect(fromBase32('U')).toBeNull();
    expect(toBase32(new TextEncoder().encode('hello'))).toBe('D1JPRV3F');
  });
});

describe('a result', () => {
  test('comes out of the seal as it went in', () => {
    const results = answersTo(ASKED, true).chain((answers) =>
      fc.record({
        answers: fc.constant(answers),
        name: fc.constantFrom('Ana', 'Iñaki Ørsted', '小林', '7'),
        spent: fc.integer({ min: 0, max: 65_535 }).map((seconds) => seconds * 1000),
      }),
    );
    fc.assert(
      fc.property(results, fc.nat(), (some, chance) => {
        const result = { ...handed(some.answers, some.name), spent: some.spent };
        const sealed = read(sealResult(result, SEALING, KEY, bytesOf(chance)));
        const opened = read(openResult(sealed, SEALING, SECRET));
        expect(opened).toMatchObject({ ...result, answers: expect.anything() as unknown });
        expect(verdictsOf(PLAN, opened.answers)).toEqual(verdictsOf(PLAN, result.answers));
        expect(opened.answers.map((one) => one?.confidence)).toEqual(
          result.answers.map((one) => one?.confidence),
        );
        expect(readHead(sealed)).toEqual({ ok: true, value: { kind: 'quiz', id: SEALING.id } });
      }),
      { numRuns: 15 },
    );
  });

  test('opens whatever the order in which the questions were shown', () => {
    const answers = fc.sample(answersTo(ASKED, true), { numRuns: 1, seed: 3 })[0]!;
    const sealed = read(sealResult(handed(answers), SEALING, KEY, bytesOf(5)));
    const otherwise = { ...SEALING, asked: askedOf(PLAN, 'another seed') };
    const opened = read(openResult(sealed, otherwise, SECRET));
    expect(verdictsOf(PLAN, opened.answers)).toEqual(verdictsOf(PLAN, answers));
  });

  test('of thirty answers to choose from takes about a hundred octets, in one QR code', async () => {
    const asked = askedOf(planOfType('choice', 30), 'x');
    const sealing = { id: SEALING.id, asked, sure: false };
    const answers = asked.map(({ options }) => ({
      response: { kind: 'option' as const, text: options[2]! },
      confidence: null,
    }));
    const sealed = read(sealResult(handed(answers, 'Ana María López'), sealing, KEY, bytesOf(1)));
    expect(sealed.length).toBeLessThanOrEqual(100);
    const { encodeQR } = await import('qr');
    const code = encodeQR(taggedText('R', sealed), 'raw', { ecc: 'medium', border: 1 });
    // Version 7: 45 × 45 squares.
    expect(code.length - 2).toBeLessThanOrEqual(45);
  });

  test('that was changed, cut, or sealed to somebody else is refused in words', () => {
    const sealed = read(sealResult(handed([]), SEALING, KEY, bytesOf(7)));
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = sealed.slice();
        changed[at]! ^= change;
        const opened = openResult(changed, SEALING, SECRET);
        expect(opened.ok).toBe(false);
        if (!opened.ok) expect(opened.error.message).toMatch(/\.$/);
        expect(openResult(sealed.slice(0, at), SEALING, SECRET).ok).toBe(false);
      }),
      { numRuns: 30 },
    );
    expect(openResult(sealed, SEALING, OTHER)).toMatchObject({ error: { code: 'result-changed' } });
    expect(openResult(sealed, { ...SEALING, id: '0'.repeat(16) }, SECRET)).toMatchObject({
      error: { code: 'result-of-another' },
    });
    expect(openResult(Uint8Array.of(9, ...sealed.slice(1)), SEALING, SECRET)).toMatchObject({
      error: { code: 'result-newer' },
    });
  });

  test('anything else that is scanned fails in words, and nothing throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(openResult(bytes, SEALING, SECRET).ok).toBe(false);
      }),
    );
    const noPoint = new Uint8Array(32);
    expect(sealResult(handed([]), SEALING, noPoint, bytesOf(1))).toMatchObject({
      error: { code: 'no-teacher-key' },
    });
  });

  test('is another each time, though it says the same', () => {
    const seals = [1, 2].map((chance) =>
      read(sealResult(handed([]), SEALING, KEY, bytesOf(chance))),
    );
    expect(seals[0]).not.toEqual(seals[1]);
  });
});

describe('what a phone has left of a live session', () => {
  test('comes out as it went in, question by question', () => {
    const at = (place: number) => ASKED[place];
    fc.assert(
      fc.property(answersTo(ASKED, true), (all) => {
        const answers = all.flatMap((given, place) =>
          given ? [{ place, vote: place % 2 === 0 ? (1 as const) : (2 as const), ...given }] : [],
        );
        const left = { seat: 'ab12', name: 'Ana', at: AT, answers };
        const sealed = read(sealLive(left, 'session1', at, KEY, bytesOf(3)));
        const shuffled = askedOf(PLAN, 'the host’s');
        const opened = read(openLive(sealed, 'session1', (place) => shuffled[place], SECRET));
        expect(opened).toMatchObject({ seat: 'ab12', name: 'Ana', at: AT });
        expect(opened.answers.map(({ place, vote }) => [place, vote])).toEqual(
          answers.map(({ place, vote }) => [place, vote]),
        );
        const both = [opened.answers, answers].map((some) =>
          verdictsOf(
            PLAN,
            PLAN.map((_, place) => some.find((one) => one.place === place) ?? null),
          ),
        );
        expect(both[0]).toEqual(both[1]);
        expect(openLive(sealed, 'session2', at, SECRET).ok).toBe(false);
        expect(read(readHead(sealed))).toEqual({ kind: 'live', id: liveId('session1') });
      }),
      { numRuns: 10 },
    );
  });
});

describe('a loop of codes', () => {
  test('is put together from its frames in any order, any number of times', () => {
    const loops = fc.record({
      bytes: fc.uint8Array({ minLength: 1, maxLength: 400 }),
      piece: fc.integer({ min: 10, max: 60 }),
      order: fc.array(fc.nat(), { maxLength: 60 }),
    });
    fc.assert(
      fc.property(loops, ({ bytes, piece, order }) => {
        const frames = read(framesOf(bytes, piece));
        let gathered = NOTHING_GATHERED;
        for (const at of [...order, ...frames.keys()]) {
          const seen = gathered.pieces.size;
          gathered = gather(gathered, frames[at % frames.length]!) ?? gathered;
          expect(gathered.pieces.size).toBeGreaterThanOrEqual(seen);
          expect(gathered.pieces.size + missingOf(gathered).length).toBe(frames.length);
        }
        expect(read(assembled(gathered)!)).toEqual(bytes);
      }),
    );
  });

  test('says which frames are missing, and begins anew with another loop', () => {
    const [one, other] = [bytesOf(1)(100), bytesOf(2)(100)].map((bytes) =>
      read(framesOf(bytes, 30)),
    ) as [string[], string[]];
    const two = gather(gather(NOTHING_GATHERED, one[3]!)!, one[1]!)!;
    expect(missingOf(two)).toEqual([0, 2]);
    expect(assembled(two)).toBeNull();
    expect(missingOf(gather(two, other[0]!)!)).toEqual([1, 2, 3]);
  });

  test('takes no damaged frame, and no other code', () => {
    const [frame] = read(framesOf(bytesOf(1)(60))) as [string];
    fc.assert(
      fc.property(fc.integer({ min: 9, max: frame.length - 1 }), (at) => {
        const letter = frame[at] === 'A' ? 'B' : 'A';
        expect(
          gather(NOTHING_GATHERED, frame.slice(0, at) + letter + frame.slice(at + 1)),
        ).toBeNull();
      }),
    );
    expect(gather(NOTHING_GATHERED, 'https://example.org')).toBeNull();
    expect(framesOf(bytesOf(1)(3000), 10).ok).toBe(false);
  });
});

describe('a link', () => {
  const recipe = { ...EVERYTHING, bank: 'mexico-cartels', length: 10, seed: 'ABC' };
  const linked = {
    quiz: { recipe, rules: { mode: 'exam' as const, limit: null }, version: '0a1b2c' },
    id: SEALING.id,
    title: 'Repaso: ¿qué & cómo?',
    sure: true,
    key: KEY,
    check: codeCheck(codeOf(SECRET), SEALING.id),
  };

  test('is read back as the same hand-out, and is short', () => {
    const text = linkText(linked);
    expect(readLinkText(text)).toEqual({ ok: true, value: linked });
    expect(text.length).toBeLessThan(260);
  });

  test('that was cut off fails in words', () => {
    const text = linkText({ ...linked, title: '' });
    fc.assert(
      fc.property(fc.nat(text.length - 2), (length) => {
        const cut = readLinkText(text.slice(0, length));
        // What is left may be a whole one without the mark for how sure one is.
        if (cut.ok) expect(cut.value.key).toEqual(KEY);
        else expect(cut.error.message).toContain('link');
      }),
    );
  });
});

describe('a hand-out with its questions', () => {
  test('is asked by a phone that has none of them, and explained with the code', async () => {
    const code = codeOf(SECRET);
    const packed = await packWhole(IDENTITY, PLAN, code, SQUEEZE);
    const there = read(await unpackWhole(packed.bytes, SQUEEZE));
    expect(there).toEqual(packed);
    expect(there.id).toBe(SEALING.id);
    const plan = read(await unlockWhole(there, code, SQUEEZE));
    expect(plan.map(({ passage }) => passage)).toEqual(PLAN.map(({ passage }) => passage));
    const answers = fc.sample(answersTo(ASKED, true), { numRuns: 20, seed: 1 });
    for (const some of answers) expect(verdictsOf(plan, some)).toEqual(verdictsOf(PLAN, some));
    expect(await unlockWhole(there, codeOf(OTHER), SQUEEZE)).toMatchObject({
      error: { code: 'wrong-code' },
    });
  });

  test('holds no key that can be read without the code', async () => {
    const plain = { ...SQUEEZE, deflate: async (bytes: Uint8Array) => bytes };
    const { bytes } = await packWhole(IDENTITY, PLAN, codeOf(SECRET), plain);
    const text = new TextDecoder('latin1').decode(bytes);
    expect(text).toContain('What does the law say?');
    for (const secret of ['Because', 'Sinaloa', 'is not it', 'the quote']) {
      expect(text).not.toContain(secret);
    }
  });

  test('says true and false in the language of the phone, and is the same hand-out', async () => {
    const packed = await packWhole(IDENTITY, PLAN, codeOf(SECRET), SQUEEZE);
    const english = handoutId(IDENTITY);
    const foreign = ASKED.map((one) =>
      one.type === 'truefalse' ? { ...one, options: ['Verdadero', 'Falso'] } : one,
    );
    expect(handoutId({ ...IDENTITY, asked: foreign })).toBe(english);
    expect(read(await unpackWhole(packed.bytes, SQUEEZE)).asked[3]!.options).toEqual([
      'True',
      'False',
    ]);
    speak({ locale: 'en-GB', phrases: {} });
  });

  test('is refused in words where it is damaged or something else', async () => {
    const { bytes } = await packWhole(IDENTITY, PLAN, codeOf(SECRET), SQUEEZE);
    const odd = [new Uint8Array(0), Uint8Array.of(0x51, 9, 0), bytesOf(1)(50), bytes.slice(0, 40)];
    for (const one of odd) {
      const unpacked = await unpackWhole(one, SQUEEZE);
      expect(unpacked.ok).toBe(false);
    }
    const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    const plain = { ...SQUEEZE, inflate: async (some: Uint8Array) => some };
    const key = toBase32(KEY);
    const broken = [
      [],
      ['t', 0, key, []],
      ['t', 0, 'AB', [[1, 'p', ['a', 'b'], 1, [], [], '', 'en']]],
      ['t', 0, key, [[0, 'p', [], 0, [], [], '', 'en']]],
      ['t', 0, key, [[1, 'p', 'ab', 1, [], [], '', 'en']]],
      ['t', 0, key, [[1, 'p', ['a'], 1, [], [], '', 'en']]],
      ['t', 0, key, [null]],
    ].map(json);
    for (const part of broken) {
      const whole = Uint8Array.of(0x51, 1, part.length, 0, 0, 0, ...part);
      expect((await unpackWhole(whole, plain)).ok).toBe(false);
    }
  });
});

describe('the code that opens the explanations', () => {
  test('is read as it is scanned, and as it is typed', () => {
    const code = codeOf(SECRET);
    expect(code).toMatch(/^[0-9A-Z]{12}$/);
    for (const text of [code, codeText(code), spacedCode(code), ` ${code.toLowerCase()} `]) {
      expect(readCode(text)).toBe(code);
    }
    for (const text of ['', 'ABC', `${code}A`, 'UUUUUUUUUUUU']) expect(readCode(text)).toBeNull();
    expect(codeCheck(code, SEALING.id)).not.toBe(codeCheck(codeOf(OTHER), SEALING.id));
  });
});

describe('the texts of codes', () => {
  test('name their kind, and survive copying', () => {
    const bytes = bytesOf(1)(80);
    const text = taggedText('R', bytes);
    expect([tagOf(text), tagOf('RECITE/X/AB'), tagOf('hello')]).toEqual(['R', null, null]);
    const copied = ` ${text.toLowerCase().replace(/(.{30})/g, '$1\n')}`;
    expect(readTagged('R', copied)).toEqual(bytes);
    expect(readTagged('F', text)).toBeNull();
  });
});
