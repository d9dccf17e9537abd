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
let isBusy: boolean;
let updates: Updates;

beforeEach(() => {
  vi.useFakeTimers();
  workers = new Workers();
  reload = vi.fn();
  isBusy = false;
  vi.stubGlobal('navigator', { serviceWorker: workers });
  vi.stubGlobal('location', { reload });
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
    expect(worker.postMessage.mock.calls).toEqual([[{ type: 'SKIP_WAITING' }]]);
    expect(reload).not.toHaveBeenCalled();
    workers.takeOver(worker);
    expect(reload).toHaveBeenCalledOnce();
    vi.runAllTimers();
    expect(reload).toHaveBeenCalledOnce();
  });

  test('that is slow to take over is asked again, and at last the page is loaded anew', async () => {
    const worker = await found();
    updates.apply();
    vi.advanceTimersByTime(2500);
    expect(worker.postMessage).toHaveBeenCalledTimes(3);
    expect(reload).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(reload).toHaveBeenCalledOnce();
  });

  test('that another tab has let in does not load this page anew; the person does', async () => {
    const worker = await found();
    workers.takeOver(worker);
    expect(reload).not.toHaveBeenCalled();
    expect(updates.available).toBe(true);
    updates.apply();
    expect(worker.postMessage).not.toHaveBeenCalled();
    expect(reload).toHaveBeenCalledOnce();
  });

  test('does not break off an answer that was begun meanwhile', async () => {
    const worker = await found();
    updates.apply();
    isBusy = true;
    workers.takeOver(worker);
    vi.runAllTimers();
    expect(reload).not.toHaveBeenCalled();
    expect(updates.available).toBe(true);
    isBusy = false;
    updates.apply();
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
