import { expect, test } from 'vitest';
import type { OpenQuestion } from '../../src/lib/bank/index.ts';
import { asked, readSettings } from '../../src/lib/classroom/index.ts';
import { PLAN, Room, settled } from '../../src/lib/classroom/fixture.ts';
import {
  fromBase32,
  openLive,
  publicKeyOf,
  SECRET_BYTES,
  sealLive,
  toBase32,
} from '../../src/lib/handout/index.ts';
import { bytesOf } from './handout.ts';

const SECRET = bytesOf(4)(SECRET_BYTES);
const KEY = toBase32(publicKeyOf(SECRET));
const PLAIN = {
  title: 'A class',
  names: 'typed',
  roster: [],
  pace: 'together',
  limit: null,
  speed: false,
  confidence: true,
  teams: [],
};

test('the settings of a session take the teacher’s key, and nothing that is none', () => {
  expect(readSettings({ ...PLAIN, resultKey: KEY })).toMatchObject({ resultKey: KEY });
  for (const odd of [undefined, null, 7, '', KEY.slice(1), `${KEY}A`, KEY.replace(/./, 'U')]) {
    const settings = readSettings({ ...PLAIN, resultKey: odd });
    expect(settings).toMatchObject({ title: 'A class' });
    expect(settings).not.toHaveProperty('resultKey');
  }
});

test('a phone whose connection dies hands its answer in by code, and only the teacher reads it', async () => {
  const room = new Room({ resultKey: KEY, confidence: true });
  const phone = await room.student('k'.repeat(32));
  await room.tap({ do: 'open', place: 0 });
  await settled();
  const { stage, view } = phone.known();
  expect(stage?.resultKey).toBe(KEY);
  const question = stage!.question!;
  phone.cut();
  const response = { kind: 'option', text: question.options[1]! } as const;
  phone.line.answer(0, response, 'unsure');
  await settled();
  expect(phone.known().sent?.state).toBe('sending');

  const left = {
    seat: phone.seat,
    name: view!.name,
    at: room.now,
    answers: [{ place: 0, vote: 1 as const, response, confidence: 'unsure' as const }],
  };
  const sealed = sealLive(left, 'room', () => question, fromBase32(KEY)!, bytesOf(9));
  if (!sealed.ok) throw new Error(sealed.error.message);
  // The teacher's device has the plan, and need not know in which order the phone showed it.
  const at = (place: number) => asked(PLAN[place]!.question, place, 'another order');
  expect(openLive(sealed.value, 'room', at, SECRET)).toEqual({ ok: true, value: left });
  expect(openLive(sealed.value, 'room', at, bytesOf(5)(SECRET_BYTES)).ok).toBe(false);
});

test('what was written in one’s own words is handed in by code, too', () => {
  const { id, prompt, explanation, stance, level, tags, cites, requires, waive } =
    PLAN[0]!.question;
  const base = { id, prompt, explanation, stance, level, tags, cites, requires, waive };
  const open: OpenQuestion = { ...base, type: 'open', answer: 'So' };
  const question = asked(open, 0, '');
  const response = { kind: 'written', text: 'Weil es so ist: ñ' } as const;
  const answers = [{ place: 0, vote: 1 as const, response, confidence: null }];
  const left = { seat: 'seat1', name: 'Ana', at: 1_772_445_600_000, answers };
  const sealed = sealLive(left, 'room', () => question, fromBase32(KEY)!, bytesOf(9));
  if (!sealed.ok) throw new Error(sealed.error.message);
  expect(openLive(sealed.value, 'room', () => question, SECRET)).toEqual({ ok: true, value: left });
});
