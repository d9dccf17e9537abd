import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Updates } from './updates.svelte.ts';

/** A service worker's life, moved by the test. */
class Worker extends EventTarget {
  state = 'installing';
  readonly postMessage = vi.fn();

  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class Workers extends EventTarget {
  controller: Worker | null = null;
  readonly registration = Object.assign(new EventTarget(), {
    waiting: null as Worker | null,
    installing: null as Worker | null,
  });
  readonly ready = Promise.resolve(this.registration);
  readonly register = vi.fn(() => Promise.resolve(this.registration));

  /** The browser finds a new version. */
  find(): Worker {
    const worker = new Worker();
    this.registration.installing = worker;
    this.registration.dispatchEvent(new Event('updatefound'));
    return worker;
  }

  takeOver(worker: Worker): void {
    worker.become('activating');
    this.controller = worker;
    this.dispatchEvent(new Event('controllerchange'));
  }
}

let workers: Workers;
let reload: ReturnType<typeof vi.fn>;
let dispatchEvent: ReturnType<typeof vi.fn>;
let isBusy: boolean;
let updates: Updates;

beforeEach(() => {
  vi.useFakeTimers();
  workers = new Workers();
  reload = vi.fn();
  isBusy = false;
  vi.stubGlobal('navigator', { serviceWorker: workers });
  dispatchEvent = vi.fn(() => true);
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('dispatchEvent', dispatchEvent);
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  updates = new Updates(() => isBusy);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page that the service worker answers for, as on every visit but the first. */
async function visit(): Promise<void> {
  workers.controller = new Worker();
  await updates.watch();
}

async function found(): Promise<Worker> {
  await visit();
  const worker = workers.find();
  worker.become('installed');
  return worker;
}

describe('a new version', () => {
  test('is none on the first visit: it is the version that runs', async () => {
    await updates.watch();
    const worker = workers.find();
    worker.become('installed');
    workers.takeOver(worker);
    expect(updates.available).toBe(false);
    expect(updates.offlineReady).toBe(true);
    expect(reload).not.toHaveBeenCalled();
  });

  test('is told of when all of it is there', async () => {
    await visit();
    const worker = workers.find();
    expect(updates.available).toBe(false);
    worker.become('installed');
    expect(updates.available).toBe(true);
    expect(worker.postMessage).not.toHaveBeenCalled();
  });

  test('is told of when it waits since the last visit', async () => {
    workers.registration.waiting = new Worker();
    await visit();
    expect(updates.available).toBe(true);
  });

  test('takes over when asked for, and the page is loaded anew', async () => {
    const worker = await found();
    updates.apply();
    updates.apply();
    expect(updates.applying).toBe(true);
    // What is on its way from the old version comes first.
    expect(worker.postMessage).not.toHaveBeenCalled();
    vi.advanceTimersByTime(300);
    expect(worker.postMessage.mock.calls).toEqual([[{ type: 'SKIP_WAITING' }]]);
    expect(reload).not.toHaveBeenCalled();
    workers.takeOver(worker);
    expect(reload).toHaveBeenCalledOnce();
  });

  test('whose page does not come is loaded once more', async () => {
    const worker = await found();
    updates.apply();
    vi.advanceTimersByTime(300);
    workers.takeOver(worker);
    vi.runAllTimers();
    expect(reload).toHaveBeenCalledTimes(2);
  });

  test('is not pressed upon a page that asks whether it may be left', async () => {
    dispatchEvent.mockReturnValue(false);
    const worker = await found();
    updates.apply();
    vi.advanceTimersByTime(300);
    workers.takeOver(worker);
    vi.runAllTimers();
    expect(reload).toHaveBeenCalledOnce();
    expect(updates).toMatchObject({ available: true, applying: false });
  });

  test('that is slow to take over comes with the next page, by itself', async () => {
    const slow = await found();
    updates.apply();
    vi.advanceTimersByTime(2000);
    expect(reload).toHaveBeenCalledOnce();
    vi.clearAllTimers();

    // The page came by the old version all the same.
    workers = new Workers();
    vi.stubGlobal('navigator', { serviceWorker: workers });
    workers.registration.waiting = slow;
    updates = new Updates(() => isBusy);
    await visit();
    expect(slow.postMessage).toHaveBeenCalledTimes(2);
    workers.takeOver(slow);
    expect(reload).toHaveBeenCalledTimes(2);

    // Once only: the page after that is loaded anew by nobody.
    updates = new Updates(() => isBusy);
    await visit();
    workers.takeOver(new Worker());
    expect(reload).toHaveBeenCalledTimes(2);
    expect(updates.available).toBe(true);
  });

  test('that took over while the next page came has that loaded anew', async () => {
    await found();
    updates.apply();
    vi.advanceTimersByTime(2000);
    vi.clearAllTimers();
    workers.registration.waiting = null;
    updates = new Updates(() => isBusy);
    await visit();
    expect(reload).toHaveBeenCalledTimes(2);
    updates = new Updates(() => isBusy);
    await visit();
    expect(reload).toHaveBeenCalledTimes(2);
  });

  test('that comes much later is not what was asked for', async () => {
    await found();
    updates.apply();
    vi.advanceTimersByTime(2000);
    vi.clearAllTimers();
    workers.registration.waiting = new Worker();
    updates = new Updates(() => isBusy);
    await visit();
    vi.advanceTimersByTime(10_000);
    reload.mockClear();
    const later = workers.find();
    later.become('installed');
    expect(later.postMessage).not.toHaveBeenCalled();
    workers.takeOver(later);
    expect(reload).not.toHaveBeenCalled();
  });

  test('that another tab has let in does not load this page anew; the person does', async () => {
    const worker = await found();
    workers.takeOver(worker);
    expect(reload).not.toHaveBeenCalled();
    expect(updates.available).toBe(true);
    updates.apply();
    vi.advanceTimersByTime(300);
    expect(worker.postMessage).not.toHaveBeenCalled();
    expect(reload).toHaveBeenCalledOnce();
  });

  test('does not break off an answer that was begun meanwhile', async () => {
    const worker = await found();
    updates.apply();
    vi.advanceTimersByTime(300);
    isBusy = true;
    workers.takeOver(worker);
    vi.runAllTimers();
    expect(reload).not.toHaveBeenCalled();
    expect(updates.available).toBe(true);
    isBusy = false;
    updates.apply();
    vi.advanceTimersByTime(300);
    expect(reload).toHaveBeenCalledOnce();
  });
});

test('a browser that refuses to register goes on without', async () => {
  workers.register.mockRejectedValueOnce(new DOMException('no', 'SecurityError'));
  await updates.watch();
  expect(updates.offlineReady).toBe(false);
  vi.stubGlobal('navigator', {});
  await expect(new Updates(() => false).watch()).resolves.toBeUndefined();
});

test('only the app’s own worker may be registered, where the page demands Trusted Types', async () => {
  let rule!: (url: string) => string;
  vi.stubGlobal('trustedTypes', {
    createPolicy: (_name: string, rules: { createScriptURL: (url: string) => string }) => {
      rule = rules.createScriptURL;
      return { createScriptURL: (url: string) => ({ trusted: rule(url) }) };
    },
  });
  await updates.watch();
  expect(workers.register).toHaveBeenCalledWith({ trusted: '/sw.js' }, { updateViaCache: 'none' });
  expect(() => rule('/other.js')).toThrow(TypeError);
});
