import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { withLock } from '../../src/server/lock.js';
import { newProject } from './project.ts';

it('lets one work at a time', async () => {
  const lock = join(newProject().root, 'deep/lock');
  let working = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++working);
    await sleep(50);
    working--;
  };
  await Promise.all([withLock(lock, work), withLock(lock, work), withLock(lock, work)]);
  expect(most).toBe(1);
  expect(existsSync(lock)).toBe(false);
});

it('is free again after a failure', async () => {
  const lock = join(newProject().root, 'lock');
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(lock, () => Promise.resolve('yes'))).toBe('yes');
});

it('says once that it waits', async () => {
  const lock = join(newProject().root, 'lock');
  let said = 0;
  const first = withLock(lock, () => sleep(700));
  await withLock(lock, () => Promise.resolve(), { waiting: () => said++ });
  await first;
  expect(said).toBe(1);
});

it('is taken over, by one only, where its holder was killed', async () => {
  const lock = join(newProject().root, 'lock');
  writeFileSync(lock, 'left behind');
  let working = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++working);
    await sleep(300);
    working--;
  };
  await Promise.all([1, 2, 3].map(() => withLock(lock, work, { staleAfter: 1500 })));
  expect(most).toBe(1);
});

it('is not taken from a holder that works for long', async () => {
  const lock = join(newProject().root, 'lock');
  let done = false;
  const first = withLock(lock, async () => {
    await sleep(3000);
    done = true;
  });
  await withLock(
    lock,
    () => {
      expect(done).toBe(true);
      return Promise.resolve();
    },
    { staleAfter: 1500 },
  );
  await first;
});
