import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeepingWiring } from './keeping.svelte.ts';

/** A browser that answers as told, and what it keeps. */
function browser({ persisted = false, promises = false } = {}) {
  const kept = new Map<string, string>();
  const memory = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const persist = vi.fn(() => Promise.resolve((persisted = promises)));
  const storage = {
    persist,
    persisted: () => Promise.resolve(persisted),
    estimate: () => Promise.resolve({ usage: 1_200_000, quota: 1e9 }),
  };
  return { storage, memory, persist };
}

let Keeping: typeof import('./keeping.svelte.ts').Keeping;

/** The page, opened anew. */
async function reopened() {
  vi.resetModules();
  ({ Keeping } = await import('./keeping.svelte.ts'));
}

beforeEach(reopened);

async function offeredBy(wiring: KeepingWiring) {
  const keeping = new Keeping(wiring);
  await keeping.offer();
  return keeping.offered;
}

describe('keeping it is offered', () => {
  test('after a finished session, without asking the browser yet', async () => {
    const wiring = browser();
    expect(await offeredBy(wiring)).toBe(true);
    expect(wiring.persist).not.toHaveBeenCalled();
  });

  test('again while the page is open, as after an Undo, until it was answered', async () => {
    const wiring = browser();
    const keeping = new Keeping(wiring);
    await keeping.offer();
    expect(await offeredBy(wiring)).toBe(true);
    await keeping.ask();
    expect(await offeredBy(wiring)).toBe(false);
  });

  test('once on a device: not on another visit, whether it was answered or not', async () => {
    const wiring = browser();
    await offeredBy(wiring);
    await reopened();
    expect(await offeredBy(wiring)).toBe(false);
  });

  test.each([
    ['has promised already', browser({ persisted: true })],
    ['cannot be asked', { ...browser(), storage: { estimate: browser().storage.estimate } }],
    ['has no such storage, as on plain http', { ...browser(), storage: undefined }],
  ])('not where the browser %s', async (_what, wiring) => {
    expect(await offeredBy(wiring)).toBe(false);
  });

  test('not where it was asked in Settings before', async () => {
    const wiring = browser();
    await new Keeping(wiring).ask();
    await reopened();
    expect(await offeredBy(wiring)).toBe(false);
  });

  test('on each visit where nothing can be remembered', async () => {
    const { storage } = browser();
    const setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const memory = { getItem: () => 'no JSON', setItem };
    expect(await offeredBy({ storage, memory })).toBe(true);
    await reopened();
    expect(await offeredBy({ storage, memory: undefined })).toBe(true);
  });
});

describe('the answer', () => {
  test.each([
    [true, 'yes'],
    [false, 'no'],
  ])('%s is shown now and later', async (promises, answer) => {
    const wiring = browser({ promises });
    const keeping = new Keeping(wiring);
    await keeping.ask();
    expect(keeping).toMatchObject({ kept: promises, answer });
    await reopened();
    const later = new Keeping(wiring);
    await later.look();
    expect(later).toMatchObject({ kept: promises, answer, used: 1_200_000, askable: true });
  });

  test('can be another one when it is asked again', async () => {
    const wiring = browser();
    const keeping = new Keeping(wiring);
    await keeping.ask();
    wiring.persist.mockResolvedValueOnce(true);
    await keeping.ask();
    expect(keeping).toMatchObject({ kept: true, answer: 'yes' });
  });

  test('of a browser that refuses to say is no answer, and no fault', async () => {
    const refuse = () => Promise.reject(new DOMException('no', 'SecurityError'));
    const storage = { persist: refuse, persisted: refuse, estimate: refuse };
    const keeping = new Keeping({ storage, memory: undefined });
    await keeping.offer();
    expect(keeping).toMatchObject({ used: null, kept: null, answer: null, offered: false });
    await keeping.ask();
    expect(keeping).toMatchObject({ kept: false, answer: 'no' });
  });
});
