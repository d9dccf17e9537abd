import { liveId, publicKeyOf, SECRET_BYTES, toBase32 } from '../../handout/index.ts';
import { hold } from './held.ts';

/** A key for what phones hand in by QR code, should the connection of a live session die. */
export function freshResultKey(): { secret: string; resultKey: string } {
  const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return { secret: toBase32(secret), resultKey: toBase32(publicKeyOf(secret)) };
}

/** Keeps the secret on this device, where such codes can then be collected. */
export function holdForSession(session: string, title: string, secret: string): void {
  hold({ id: liveId(session), title, at: Date.now(), secret, source: { kind: 'live', session } });
}
