import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Document } from '../../document/index.ts';
import { Aloud } from './aloud.svelte.ts';
import { piecesOf } from './pieces.ts';
import { Speaker } from './speaker.svelte.ts';
import type { Outcome, SpeechPort, Voice } from './speech.ts';
import { voiceAmong, voicesFor } from './voices.ts';

const voice = (name: string, language: string, local = true): Voice => ({
  ...{ id: name, name, language, local },
});
const [ANNA, BEN, CLOUD, DORA] = [
  voice('Anna', 'en-US'),
  voice('Ben', 'en-GB'),
  voice('Cloud', 'en-GB', false),
  voice('Dora', 'es-ES'),
] as const;

const document: Document = {
  id: 'd',
  title: 'Birds',
  language: 'en',
  sections: [
    {
      id: 'owls',
      heading: 'Owls',
      paragraphs: [
        { id: 'owls-1', text: 'Owls hunt at night. They hear well.' },
        { id: 'owls-2', text: 'They are silent.' },
      ],
    },
  ],
};

function fakeSpeech(voices: readonly Voice[]) {
  const said: string[] = [];
  let done: ((outcome: Outcome) => void) | null = null;
  let changed: (() => void) | null = null;
  let known = voices;
  const port: SpeechPort = {
    voices: () => known,
    onvoices: (listener) => {
      changed = listener;
      return () => (changed = null);
    },
    speak: (text, { name }, rate, told) => {
      said.push(`${name} ${rate}: ${text}`);
      done = told;
    },
    silence: () => (done = null),
  };
  return {
    port,
    said,
    /** The voice reports; late, where it was silenced before. */
    report: (outcome: Outcome = 'spoken') => done?.(outcome),
    late: () => done,
    find: (found: readonly Voice[]) => {
      known = found;
      changed?.();
    },
    heard: () => said.map((each) => each.split(': ')[1]),
  };
}

let device: Map<string, string>;

beforeEach(() => {
  device = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => device.get(key) ?? null,
    setItem: (key: string, value: string) => void device.set(key, value),
  });
});

afterEach(() => vi.useRealTimers());

function opened(voices: readonly Voice[] = [ANNA]) {
  const speech = fakeSpeech(voices);
  return { speech, aloud: new Aloud(document, new Speaker(speech.port, 'en', 'en-GB')) };
}

describe('reading a document aloud', () => {
  test('goes through headings and sentences, each at its place', async () => {
    const { speech, aloud } = opened();
    await aloud.goOn(null);
    expect(aloud.current).toMatchObject({ block: 'owls-heading', start: 0, end: 4 });
    speech.report();
    speech.report();
    expect(aloud.current).toMatchObject({ block: 'owls-1', start: 20, end: 35 });
    speech.report();
    speech.report();
    expect(aloud.phase).toBe('ended');
    expect(speech.heard()).toEqual([
      'Owls',
      'Owls hunt at night.',
      'They hear well.',
      'They are silent.',
    ]);
  });

  test('begins at the words one asks for, and goes on where it was stopped', async () => {
    const { speech, aloud } = opened();
    await aloud.start({ block: 'owls-1', start: 25 });
    expect(speech.heard()).toEqual(['They hear well.']);
    aloud.step(1);
    aloud.stop();
    const again = opened();
    await again.aloud.goOn(null);
    expect(again.speech.heard()).toEqual(['They are silent.']);
  });

  test('hears nothing of what it has silenced', async () => {
    const { speech, aloud } = opened();
    await aloud.goOn(null);
    const late = speech.late()!;
    aloud.step(1);
    late('broken');
    late('spoken');
    expect([aloud.phase, aloud.current?.start]).toEqual(['playing', 0]);
    expect(aloud.current?.block).toBe('owls-1');
    aloud.pause();
    late('spoken');
    expect(aloud.phase).toBe('paused');
    aloud.play();
    expect(speech.heard().slice(-2)).toEqual(['Owls hunt at night.', 'Owls hunt at night.']);
  });

  test('another speed is heard at once, and kept on the device', async () => {
    const { speech, aloud } = opened();
    await aloud.goOn(null);
    aloud.setRate(1.5);
    expect(speech.said).toEqual(['Anna 1: Owls', 'Anna 1.5: Owls']);
    expect(new Speaker(speech.port, 'en', 'en').rate).toBe(1.5);
  });

  test('waits for voices that come late, and says so where none come', async () => {
    vi.useFakeTimers();
    const { speech, aloud } = opened([]);
    const started = aloud.goOn(null);
    expect(aloud.speaker.trouble).toBeNull();
    speech.find([DORA, ANNA]);
    await started;
    expect(speech.said).toEqual(['Anna 1: Owls']);

    const none = opened([DORA]);
    const tried = none.aloud.goOn(null);
    await vi.advanceTimersByTimeAsync(2000);
    await tried;
    expect(none.aloud.phase).toBe('failed');
    expect(none.aloud.speaker.trouble).toContain('no voice for the language');
    expect(new Speaker(null, 'en', 'en').trouble).toContain('cannot read aloud');
  });

  test('sends nothing to a server unless such a voice is chosen', async () => {
    const { speech, aloud } = opened([CLOUD]);
    await aloud.goOn(null);
    expect([speech.said.length, aloud.phase]).toEqual([0, 'failed']);
    expect(aloud.speaker.trouble).toContain('server');
    aloud.choose(CLOUD.id);
    expect(speech.said).toEqual(['Cloud 1: Owls']);
    expect(aloud.speaker.trouble).toBeNull();
  });
});

test('voices are those of the language, the device’s own and the region’s first', () => {
  const sorted = voicesFor([CLOUD, DORA, ANNA, BEN], 'en', 'en-GB');
  expect(sorted).toEqual([BEN, ANNA, CLOUD]);
  expect(voiceAmong(sorted, null)).toBe(BEN);
  expect(voiceAmong(sorted, 'Cloud')).toBe(CLOUD);
  expect(voiceAmong(sorted, 'Gone')).toBe(BEN);
});

test('long sentences are cut where one draws breath', () => {
  const text = `${'word '.repeat(12)}and so, ${'more '.repeat(40)}end`;
  const pieces = piecesOf(text, 80);
  expect(pieces.join('')).toBe(text);
  expect(pieces[0]).toMatch(/and so, $/);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(81);
  expect(piecesOf('x'.repeat(200), 80)).toHaveLength(3);
  expect(piecesOf('')).toEqual([]);
});
