import { err, ok, type Failure, type Result } from '../../primitives/index.ts';
import { framesOf } from '../../handout/index.ts';
import { t } from '../../language/index.ts';
import { isHeld, type Held } from './held.ts';
import { squeeze } from './squeeze.ts';

/** `K`: a hand-out with its secret, from one device of the teacher’s to another. */
const MAGIC = 0x4b;
const MOST_BYTES = 1_000_000;

/** Whoever scans these can open the results, and shows the answers. */
export async function handOverFrames(held: Held): Promise<Result<readonly string[]>> {
  const json = new TextEncoder().encode(JSON.stringify(held));
  return framesOf(Uint8Array.of(MAGIC, ...(await squeeze.deflate(json))));
}

/** The same as a file. */
export function handOverFile(held: Held): { name: string; blob: Blob } {
  const text = JSON.stringify({ format: FORMAT, held });
  return {
    name: `recite-handout-${held.id}.json`,
    blob: new Blob([text], { type: 'application/json' }),
  };
}

const FORMAT = 'recite-handout';

export function isHandOver(bytes: Uint8Array): boolean {
  return bytes[0] === MAGIC;
}

export async function readHandOver(bytes: Uint8Array): Promise<Result<Held>> {
  const json = await squeeze.inflate(bytes.slice(1), MOST_BYTES);
  return heldIn(json && new TextDecoder().decode(json));
}

export function readHandOverFile(text: string): Result<Held> {
  try {
    const { format, held } = JSON.parse(text) as { format?: unknown; held?: unknown };
    return format === FORMAT ? heldIn(JSON.stringify(held)) : err(NO_HANDOUT);
  } catch {
    return err(NO_HANDOUT);
  }
}

function heldIn(json: string | null): Result<Held> {
  try {
    const held: unknown = JSON.parse(json ?? 'null');
    return isHeld(held) ? ok(held) : err(NO_HANDOUT);
  } catch {
    return err(NO_HANDOUT);
  }
}

const NO_HANDOUT: Failure = {
  code: 'no-hand-over',
  message: t(
    'This holds no quiz with its key. On the other device, choose “Collect on another device”.',
  ),
};
