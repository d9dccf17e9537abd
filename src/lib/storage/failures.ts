import { err, type Failure } from '../primitives/index.ts';
import { t } from '../language/index.ts';

/** What can go wrong with storage, in words for the person who meets it. */
export const FAILURES = {
  missing: {
    code: 'storage-missing',
    message: t(
      'This browser has no storage that Recite can use, so nothing you do here will be remembered. You can still read and practise. To keep your progress, use a current browser outside private mode.',
    ),
  },
  refused: {
    code: 'storage-refused',
    message: t(
      'The browser refused to open Recite’s storage. What you learned earlier is not lost, but it cannot be read now. Allow this site to store data, or leave private mode, and reload.',
    ),
  },
  full: {
    code: 'storage-full',
    message: t(
      'The device is out of space, so this answer was not saved. Everything before it is. Free some space and answer again.',
    ),
  },
  newer: {
    code: 'storage-newer',
    message: t(
      'Your progress was saved by a newer version of Recite. It is untouched. Reload to get that version.',
    ),
  },
  blocked: {
    code: 'storage-blocked',
    message: t(
      'Another tab with an older version of Recite is open. Nothing is lost. Close the other tabs and reload.',
    ),
  },
  closed: {
    code: 'storage-closed',
    message: t(
      'The browser closed Recite’s storage. Everything saved so far is kept. Reload to go on.',
    ),
  },
  stale: {
    code: 'stale',
    message: t(
      'This card was already answered, perhaps in another tab. Nothing was counted twice.',
    ),
  },
  failed: {
    code: 'storage-failed',
    message: t(
      'The browser could not save this. Everything before it is kept. Try again; if it happens once more, reload.',
    ),
  },
} as const satisfies Record<string, Failure>;

/** The failure that an exception of the browser's storage stands for. */
export function failureOf(error: unknown): Failure {
  const name = error instanceof Error || isNamed(error) ? error.name : '';
  switch (name) {
    case 'QuotaExceededError':
      return FAILURES.full;
    case 'VersionError':
      return FAILURES.newer;
    case 'SecurityError':
    case 'NotAllowedError':
    case 'UnknownError':
      return FAILURES.refused;
    case 'InvalidStateError':
      return FAILURES.closed;
    default:
      return FAILURES.failed;
  }
}

function isNamed(value: unknown): value is { name: string } {
  return typeof value === 'object' && value !== null && 'name' in value;
}

/** Runs a piece of storage work and turns what the browser throws into a Result. */
export async function attempt<T>(
  work: () => Promise<
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }
  >,
) {
  try {
    return await work();
  } catch (error) {
    return err(failureOf(error));
  }
}
