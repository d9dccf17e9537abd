import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bucket, Buckets, GUESSES, JOINS, MESSAGES, MOST_BYTES } from './limits.ts';
import { generatedName, isGenerated, nameChoices } from './generated-names.ts';
import { cleanName, freeName } from './names.ts';
import { isId, mayPublish, maySubscribe, senderOn, topics, type Role } from './topics.ts';
import { readHostMessage, readSeatMessage } from './wire.ts';

const anyCharacter = fc
  .oneof(fc.nat(0x10ffff), fc.constantFrom(0x20, 0x200d, 0x202e, 0x301, 0x3c, 0x61, 0x627))
  .map((code) => String.fromCodePoint(code));

describe('a name', () => {
  it.each([
    ['  Ana   María ', 'Ana María'],
    ['<script>alert(1)</script>', 'scriptalert(1)/script'],
    ['a\u202eb\u0000c\nd', 'ab c d'],
    ['Z\u0301\u0301\u0301\u0301\u0301\u0301algo', '\u0179\u0301\u0301\u0301algo'],
    ['O’Brien', 'O’Brien'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['李雷', '李雷'],
    ['x'.repeat(100), 'x'.repeat(32)],
    ['👩\u200d🚀', '👩🚀'],
  ])('%j is shown as %j', (typed, shown) => expect(cleanName(typed)).toBe(shown));

  it.each(['', '   ', '\u200b\u2060', '\u3164', '<>', '...', '\u0301'])('is not %j', (typed) => {
    expect(cleanName(typed)).toBeNull();
  });

  it('whatever is typed, is one line of at most 32 characters without marks of a script', () => {
    fc.assert(
      fc.property(fc.array(anyCharacter, { maxLength: 60 }), (characters) => {
        const typed = characters.join('');
        const name = cleanName(typed);
        if (name === null) return;
        expect(Array.from(name).length).toBeLessThanOrEqual(32);
        expect(name).not.toMatch(/[<>\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
        expect(cleanName(name)).toBe(name);
      }),
    );
  });

  it('that is generated is in the session’s language, and can be told from one that was made up', () => {
    for (const [language, looks] of [
      ['en', /^[A-Z]\w+ [A-Z]\w+$/],
      ['es', /^[A-ZÁÉÍÓÚ][\p{L}]+ \p{Ll}+$/u],
    ] as const) {
      const names = nameChoices('seed', ['Somebody'], language, 704);
      expect(new Set(names).size).toBe(704);
      for (const name of names) {
        expect(name).toMatch(looks);
        expect(cleanName(name)).toBe(name);
      }
      expect(isGenerated(names[3]!, language)).toBe(true);
      expect(isGenerated(names[3]!, language === 'en' ? 'es' : 'en')).toBe(false);
    }
    expect(isGenerated('Silly Teacher')).toBe(false);
  });

  it('that is generated is nobody else’s, and the same for the same seed', () => {
    const names: string[] = [];
    for (let count = 0; count < 750; count++) names.push(generatedName('seed', names));
    expect(new Set(names).size).toBe(750);
    expect(generatedName('seed', names.slice(0, 5))).toBe(names[5]);
    expect(freeName('Ana', ['ana', 'Ana 2'])).toBe('Ana 3');
  });
});

describe('who may do what', () => {
  const seat = (id: string): Role => ({ kind: 'seat', seat: id });
  const roles: Role[] = [{ kind: 'host' }, { kind: 'board' }, seat('ana1'), seat('ben1')];
  const all = [
    topics.stage('s1ab'),
    topics.board('s1ab'),
    topics.boardUp('s1ab'),
    topics.host('s1ab'),
    topics.hostUp('s1ab'),
    topics.seat('s1ab', 'ana1'),
    topics.seatUp('s1ab', 'ana1'),
    topics.seat('s1ab', 'ben1'),
    topics.seatUp('s1ab', 'ben1'),
    topics.stage('other'),
    'recite/s1ab/#',
    'recite/+/stage',
    'recite/s1ab/seat/+/up',
    '$SYS/#',
    '#',
    '',
  ];
  const allowed = (may: typeof mayPublish) =>
    roles.map((role) => all.filter((topic) => may('s1ab', role, topic)));

  it('is what is named, and nothing else', () => {
    expect(allowed(mayPublish)).toEqual([
      ['recite/s1ab/host/up'],
      ['recite/s1ab/board/up'],
      ['recite/s1ab/seat/ana1/up'],
      ['recite/s1ab/seat/ben1/up'],
    ]);
    expect(allowed(maySubscribe)).toEqual([
      ['recite/s1ab/stage', 'recite/s1ab/board', 'recite/s1ab/host'],
      ['recite/s1ab/stage', 'recite/s1ab/board'],
      ['recite/s1ab/stage', 'recite/s1ab/seat/ana1'],
      ['recite/s1ab/stage', 'recite/s1ab/seat/ben1'],
    ]);
  });

  it('is read back from the topic', () => {
    expect(senderOn('s1ab', topics.hostUp('s1ab'))).toEqual({ kind: 'host' });
    expect(senderOn('s1ab', topics.seatUp('s1ab', 'ana1'))).toEqual(seat('ana1'));
    for (const topic of [
      topics.stage('s1ab'),
      topics.seatUp('other', 'ana1'),
      'recite/s1ab/seat/a b/up',
    ]) {
      expect(senderOn('s1ab', topic)).toBeNull();
    }
    expect(isId('../../etc')).toBe(false);
  });
});

describe('what comes in', () => {
  it.each([
    '',
    'null',
    '[]',
    '{',
    '{"t":"answer"}',
    '{"t":"answer","place":-1,"vote":1,"response":{"kind":"truth","value":true}}',
    '{"t":"answer","place":0,"vote":3,"response":{"kind":"truth","value":true}}',
    '{"t":"answer","place":0,"vote":1,"response":{"kind":"truth","value":"yes"}}',
    '{"t":"answer","place":0,"vote":1,"response":{"kind":"judged","verdict":"right","text":""}}',
    '{"t":"here","connection":"<script>"}',
    '{"t":"do","id":"abcd","command":{"do":"end"}}',
    `{"t":"here","connection":"${'a'.repeat(MOST_BYTES)}"}`,
  ])('from a phone is no message: %.60s', (text) => expect(readSeatMessage(text)).toBeNull());

  it('loses what does not belong to it', () => {
    const response = { kind: 'option', text: 'Right', seat: 'ben1' };
    const text = JSON.stringify({ t: 'answer', place: 0, vote: 1, seat: 'ben1', response });
    expect(readSeatMessage(text)).toEqual({
      t: 'answer',
      place: 0,
      vote: 1,
      response: { kind: 'option', text: 'Right' },
      confidence: null,
    });
  });

  it('from the teacher is a command that is known, whole', () => {
    const read = (command: unknown) =>
      readHostMessage(JSON.stringify({ t: 'do', id: 'abcd', command }));
    expect(read({ do: 'open', place: 2, n: 1 })).toEqual({
      t: 'do',
      id: 'abcd',
      command: { do: 'open', place: 2 },
    });
    for (const broken of [{ do: 'open' }, { do: 'admit', seat: '#' }, { do: 'format' }, null, 7]) {
      expect(read(broken)).toBeNull();
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readSeatMessage(text);
        readHostMessage(text);
      }),
    );
  });
});

describe('a bucket', () => {
  it('lets a burst through, then as many a second', () => {
    const bucket = new Bucket(MESSAGES, 0);
    const taken = (now: number) =>
      Array.from({ length: 50 }, () => bucket.take(now)).filter(Boolean);
    expect(taken(0)).toHaveLength(20);
    expect(taken(1000)).toHaveLength(5);
    expect(taken(500)).toHaveLength(0);
    expect(taken(60_000)).toHaveLength(20);
  });

  it('lets a class of five hundred in within a minute, and a guesser nowhere', () => {
    const joins = new Bucket(JOINS, 0);
    let inside = 0;
    for (let second = 0; second < 60; second++) {
      while (joins.take(1000 * second)) inside++;
    }
    expect(inside).toBeGreaterThan(500);
    const tries = GUESSES.burst + 8 * 3600 * GUESSES.perSecond;
    expect(tries / 32 ** 6).toBeLessThan(1 / 50_000);
  });

  it('is each address’s own, and forgotten when it is full again', () => {
    const buckets = new Buckets({ burst: 1, perSecond: 1 });
    expect(buckets.take('a', 0)).toBe(true);
    expect(buckets.take('a', 0)).toBe(false);
    for (let other = 0; other < 5000; other++)
      expect(buckets.take(`b${other}`, 2000 * other)).toBe(true);
  });
});
