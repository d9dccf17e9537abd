import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Asked } from '../../classroom/index.ts';
import {
  fromBase32,
  openLive,
  publicKeyOf,
  readTagged,
  SECRET_BYTES,
  toBase32,
} from '../../handout/index.ts';
import { keepGiven } from '../classroom/given-memory.ts';
import { Leaver } from './leaver.svelte.ts';

const SECRET = new Uint8Array(SECRET_BYTES).fill(7);
const KEY = toBase32(publicKeyOf(SECRET));
const ASKED: Asked = {
  place: 2,
  type: 'choice',
  prompt: 'Which?',
  options: ['B', 'A'],
  take: 1,
  items: [],
  partners: [],
  unit: '',
  language: 'en',
};
const WHOSE = { session: 'abcd1234', seat: 'seat0001', name: 'Ana' };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => items.set(name, value),
    removeItem: (name: string) => items.delete(name),
  });
});
afterEach(() => vi.useRealTimers());

function answer(key: string, text: string): void {
  const response = { kind: 'option', text } as const;
  keepGiven({ ...WHOSE, key }, { asked: ASKED, vote: 1, response, confidence: 'sure' });
}

test('a connection that stays away: all that was answered is offered as a code to the teacher', async () => {
  answer(KEY, 'B');
  answer(KEY, 'A');
  const leaver = new Leaver();
  leaver.note(true);
  expect(leaver.offer).toBeNull();
  vi.advanceTimersByTime(20_000);
  expect(leaver.offer?.answers).toHaveLength(1);
  await leaver.show();
  const [text] = leaver.left!.texts;
  const opened = openLive(readTagged('R', text!)!, WHOSE.session, () => ASKED, SECRET);
  expect(opened).toMatchObject({
    ok: true,
    value: { seat: 'seat0001', name: 'Ana', answers: [{ place: 2, response: { text: 'A' } }] },
  });
  leaver.hide();
  leaver.note(false);
  expect(leaver.offer).toBeNull();
});

test('one that comes back at once offers nothing, nor a session without a key', () => {
  answer(KEY, 'A');
  const leaver = new Leaver();
  leaver.note(true);
  leaver.note(false);
  vi.advanceTimersByTime(20_000);
  expect(leaver.offer).toBeNull();
  answer('', 'A');
  leaver.note(true);
  vi.advanceTimersByTime(20_000);
  expect(leaver.offer).toBeNull();
  expect(fromBase32(KEY)).toHaveLength(32);
});
