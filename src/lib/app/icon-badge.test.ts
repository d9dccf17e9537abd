import { beforeEach, describe, expect, test, vi } from 'vitest';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { read, World } from './fixture.ts';
import { askForBadge, IconBadge } from './icon-badge.ts';
import type { Recite } from './recite.svelte.ts';

let world: World;
let recite: Recite;

beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
});

function icon() {
  return {
    setAppBadge: vi.fn((_count?: number) => Promise.resolve()),
    clearAppBadge: vi.fn(() => Promise.resolve()),
  };
}

describe('the number on the icon', () => {
  test('is that of the cards that are due, without the new ones', async () => {
    const port = icon();
    const badge = new IconBadge(recite, port);
    await badge.show();
    expect(port.setAppBadge).toHaveBeenLastCalledWith(0);
    read(await recite.record({ kind: 'review', card: 'velm/founder', rating: 1, duration: 1 }));
    await badge.show();
    expect(port.setAppBadge).toHaveBeenLastCalledWith(1);
  });

  test('goes where the journal cannot be read', async () => {
    const port = icon();
    world.unreadable = FAILURES.closed;
    await new IconBadge(recite, port).show();
    expect(port.setAppBadge).not.toHaveBeenCalled();
    expect(port.clearAppBadge).toHaveBeenCalled();
  });

  test('is no fault where the browser has none, or refuses', async () => {
    await new IconBadge(recite, {}).show();
    const refuses = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    const badge = new IconBadge(recite, { setAppBadge: refuses, clearAppBadge: refuses });
    await badge.show();
    await badge.clear();
  });
});

describe('leave for it', () => {
  const notifications = (permission: NotificationPermission, answer = permission) => ({
    permission,
    requestPermission: vi.fn(() => Promise.resolve(answer)),
  });

  test('is asked for on an iPhone, once', async () => {
    const fresh = notifications('default', 'granted');
    expect(await askForBadge(true, fresh)).toBe('granted');
    expect(fresh.requestPermission).toHaveBeenCalledOnce();
    const refused = notifications('denied');
    expect(await askForBadge(true, refused)).toBe('denied');
    expect(refused.requestPermission).not.toHaveBeenCalled();
  });

  test('is asked for nowhere else', async () => {
    const other = notifications('default');
    expect(await askForBadge(undefined, other)).toBe('granted');
    expect(other.requestPermission).not.toHaveBeenCalled();
  });
});
