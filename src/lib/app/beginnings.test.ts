import { describe, expect, test } from 'vitest';
import {
  installWay,
  lessonOf,
  noteBeginnings,
  offersInstalling,
  readBeginnings,
  SessionCount,
  type Beginnings,
  type DeviceMemory,
} from './beginnings.ts';

function memory(kept = new Map<string, string>()): DeviceMemory {
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

const NONE: Beginnings = { begun: 0, finished: 0, taught: false, declined: false };

describe('the first sessions', () => {
  test('are counted once each, also after an Undo on the last screen', () => {
    const device = memory();
    const count = new SessionCount();
    const session = { answered: 2, phase: 'asking' };
    count.note(device, session);
    expect(readBeginnings(device)).toEqual(NONE);
    for (const phase of ['done', 'asking', 'done'])
      count.note(device, Object.assign(session, { phase }));
    expect(readBeginnings(device)).toMatchObject({ begun: 1, finished: 1 });
  });

  test('count where they were left after some answers, but not as finished', () => {
    const device = memory();
    new SessionCount().note(device, { answered: 3, phase: 'asking' });
    expect(readBeginnings(device)).toMatchObject({ begun: 1, finished: 0 });
  });

  test('do not count where nothing was answered', () => {
    const device = memory();
    new SessionCount().note(device, { answered: 0, phase: 'done' });
    expect(readBeginnings(device)).toEqual(NONE);
  });

  test('are none where the device remembers nothing, or nonsense', () => {
    expect(readBeginnings(undefined)).toEqual(NONE);
    expect(readBeginnings({ getItem: () => 'no JSON', setItem: () => undefined })).toEqual(NONE);
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(() =>
      noteBeginnings({ getItem: () => null, setItem: full }, { taught: true }),
    ).not.toThrow();
  });
});

describe('one thing is taught', () => {
  test('in the second session, and never again', () => {
    expect(lessonOf(NONE, 4)).toBeNull();
    expect(lessonOf({ ...NONE, begun: 1 }, 4)).toBe('grades');
    expect(lessonOf({ ...NONE, begun: 1, taught: true }, 4)).toBeNull();
    expect(lessonOf({ ...NONE, begun: 2 }, 4)).toBeNull();
  });

  test('another one to who has two grades', () => {
    expect(lessonOf({ ...NONE, begun: 1 }, 2)).toBe('sources');
  });
});

describe('installing', () => {
  const look = { prompts: false, standalone: false, iosStandalone: undefined };

  test.each([
    ['by the browser that would ask', { ...look, prompts: true }, 'prompt'],
    ['by hand on an iPhone or iPad', { ...look, iosStandalone: false }, 'ios'],
    ['not where it is an app already', { ...look, prompts: true, standalone: true }, null],
    ['not on an iPhone whose home screen has it', { ...look, iosStandalone: true }, null],
    ['not where the browser cannot', look, null],
  ])('%s', (_what, browser, way) => expect(installWay(browser)).toBe(way));

  test('is offered after the second finished session, on an iPhone after the first', () => {
    const finished = (count: number) => ({ ...NONE, finished: count });
    expect(offersInstalling(finished(1), 'prompt')).toBe(false);
    expect(offersInstalling(finished(2), 'prompt')).toBe(true);
    expect(offersInstalling(finished(0), 'ios')).toBe(false);
    expect(offersInstalling(finished(1), 'ios')).toBe(true);
    expect(offersInstalling(finished(9), null)).toBe(false);
  });

  test('is not offered to who declined', () => {
    expect(offersInstalling({ ...NONE, finished: 9, declined: true }, 'prompt')).toBe(false);
  });
});
