import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { smallBank } from '../../bank/check/fixtures/index.ts';
import type { Question } from '../../bank/index.ts';
import { answerAloud, askedAloud } from './card-words.ts';
import { HandsFree } from './hands-free.svelte.ts';
import { Speaker } from './speaker.svelte.ts';
import type { Outcome, SpeechPort } from './speech.ts';

const voice = { id: 'anna', name: 'Anna', language: 'en-GB', local: true };

let said: string[];
let done: ((outcome: Outcome) => void) | null;
const port: SpeechPort = {
  voices: () => [voice],
  onvoices: () => () => undefined,
  speak: (text, _voice, _rate, told) => {
    said.push(text);
    done = told;
  },
  silence: () => undefined,
};

beforeEach(() => {
  said = [];
  done = null;
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
});

afterEach(() => vi.useRealTimers());

function opened() {
  const shown = vi.fn();
  return { shown, free: new HandsFree(new Speaker(port, 'en', 'en'), shown) };
}

const card = { turn: 1, asked: 'Who?', answer: 'Nobody.' };

test('asks, gives time to think, shows the answer and says it, and waits for the grade', async () => {
  const { shown, free } = opened();
  await free.see(card, false);
  expect(said).toEqual(['Who?']);
  done?.('spoken');
  expect(free.step).toBe('thinking');
  vi.advanceTimersByTime(5900);
  expect(shown).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(shown).toHaveBeenCalledOnce();
  await free.see(card, true);
  expect(said).toEqual(['Who?', 'Nobody.']);
  done?.('spoken');
  vi.advanceTimersByTime(60_000);
  expect([free.step, said.length]).toEqual(['grading', 2]);
  await free.see({ ...card, turn: 2 }, false);
  expect(said.length).toBe(3);
});

test('who shows the answer, or grades, before the time is not told twice', async () => {
  const { shown, free } = opened();
  await free.see(card, false);
  const late = done;
  await free.see(card, true);
  late?.('spoken');
  vi.advanceTimersByTime(60_000);
  expect(shown).not.toHaveBeenCalled();
  expect([free.step, said]).toEqual(['answering', ['Who?', 'Nobody.']]);
  // The same again, as when it was only flagged.
  await free.see({ ...card }, true);
  expect(said.length).toBe(2);
});

test('paused, it stays silent with the next card too; played, it begins where one is', async () => {
  const { shown, free } = opened();
  await free.see(card, false);
  done?.('spoken');
  free.toggle();
  vi.advanceTimersByTime(60_000);
  expect([free.step, shown.mock.calls.length]).toEqual(['paused', 0]);
  await free.see({ ...card, turn: 2 }, false);
  expect(said.length).toBe(1);
  free.toggle();
  expect([free.step, said.length]).toEqual(['asking', 2]);
  done?.('broken');
  expect(free.step).toBe('failed');
});

test('every question can be heard, its gap too', () => {
  for (const question of smallBank().questions) {
    expect(askedAloud(question, ['one', 'two'], 'en')).not.toContain('____');
    expect(answerAloud(question, 'en')).not.toBe('');
  }
  const base = smallBank().questions[0]!;
  const choice = { ...base, type: 'choice', prompt: 'In ____?' } as Question;
  expect(askedAloud(choice, ['north', 'south.'], 'en')).toBe('In blank? north. south.');
  expect(askedAloud(choice, [], 'es-MX')).toBe('In hueco?');
  expect(answerAloud({ ...base, type: 'truefalse', answer: false }, 'es')).toBe('Falso');
});
