import { err, ok, type Failure, type Result } from '../primitives/index.ts';
import { t } from '../language/index.ts';
import { concatBytes } from '@noble/ciphers/utils.js';
import { digest, toHex } from './digest.ts';
import { readTagged, taggedText } from './tagged.ts';

/**
 * More than a QR code holds goes as a loop of them. A frame is: transfer (4 octets of the SHA-256 of
 * it all), place, number of frames, its piece, and 3 octets of the SHA-256 of that. They may come in
 * any order and any number of times.
 */
const TRANSFER_BYTES = 4;
const HEAD_BYTES = TRANSFER_BYTES + 2;
const CHECK_BYTES = 3;
const MOST_FRAMES = 255;

/** Octets a frame: as text, a QR code of 65 × 65 squares, which phones read off a projector. */
const PIECE_BYTES = 300;

/** The frames as texts for QR codes; fails where it is more than a class would wait for. */
export function framesOf(bytes: Uint8Array, piece = PIECE_BYTES): Result<readonly string[]> {
  const count = Math.max(1, Math.ceil(bytes.length / piece));
  if (count > MOST_FRAMES) {
    return err({
      code: 'too-many-frames',
      message: t('This is too much for QR codes. Choose fewer questions.'),
    });
  }
  const transfer = digest(TRANSFER_BYTES, bytes);
  // Of one length all, so that the squares of the codes stay where they are.
  const even = Math.ceil(bytes.length / count);
  const texts = Array.from({ length: count }, (_, place) => {
    const part = bytes.slice(place * even, (place + 1) * even);
    const frame = concatBytes(transfer, Uint8Array.of(place, count), part);
    return taggedText('F', concatBytes(frame, digest(CHECK_BYTES, frame)));
  });
  return ok(texts);
}

/** What has been read of a loop. */
export interface Gathered {
  /** Names the loop; '' before its first frame. */
  readonly transfer: string;
  readonly count: number;
  readonly pieces: ReadonlyMap<number, Uint8Array>;
}

export const NOTHING_GATHERED: Gathered = { transfer: '', count: 0, pieces: new Map() };

/**
 * Adds a frame. One of another loop begins anew.
 *
 * @returns null where the text is no frame, or a damaged one
 */
export function gather(gathered: Gathered, text: string): Gathered | null {
  const bytes = readTagged('F', text);
  if (!bytes || bytes.length < HEAD_BYTES + CHECK_BYTES) return null;
  const frame = bytes.slice(0, -CHECK_BYTES);
  if (toHex(digest(CHECK_BYTES, frame)) !== toHex(bytes.slice(-CHECK_BYTES))) return null;
  const transfer = toHex(frame.slice(0, TRANSFER_BYTES));
  const [place, count] = [frame[TRANSFER_BYTES]!, frame[TRANSFER_BYTES + 1]!];
  if (place >= count) return null;
  const known = gathered.transfer === transfer && gathered.count === count;
  if (known && gathered.pieces.has(place)) return gathered;
  const pieces = new Map(known ? gathered.pieces : []);
  pieces.set(place, frame.slice(HEAD_BYTES));
  return { transfer, count, pieces };
}

/** Places that have not been seen yet, from 0. */
export function missingOf({ count, pieces }: Gathered): number[] {
  return Array.from({ length: count }, (_, place) => place).filter((place) => !pieces.has(place));
}

/** All of it; null while frames are missing. */
export function assembled(gathered: Gathered): Result<Uint8Array> | null {
  const { transfer, count, pieces } = gathered;
  if (count === 0 || pieces.size < count) return null;
  const bytes = concatBytes(...Array.from({ length: count }, (_, place) => pieces.get(place)!));
  return toHex(digest(TRANSFER_BYTES, bytes)) === transfer ? ok(bytes) : err(DAMAGED);
}

const DAMAGED: Failure = {
  code: 'frames-damaged',
  message: t('What was scanned does not fit together. Scan the codes once more.'),
};
