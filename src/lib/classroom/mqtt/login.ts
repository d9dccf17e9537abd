import type { Connect, Utf8 } from './packets.ts';

/**
 * Who somebody says they are: a whole CONNECT (3.1) of ours, read by whoever passes it on.
 *
 * @returns null where it is none, or of another kind than pages of ours send
 */
export function readConnect(bytes: Uint8Array, utf8: Utf8): Connect | null {
  let at = 1;
  while (at < 5 && bytes[at]! >= 0x80) at++;
  at++;
  const texts: string[] = [];
  const text = () => {
    const size = (bytes[at]! << 8) | bytes[at + 1]!;
    const read =
      at + 2 + size <= bytes.length ? utf8.decode(bytes.subarray(at + 2, at + 2 + size)) : '';
    at += 2 + (size || 0);
    texts.push(read);
    return read;
  };
  if (bytes[0] !== 0x10 || text() !== 'MQTT' || bytes[at] !== 4) return null;
  const flags = bytes[at + 1] ?? 0;
  const keepAlive = (bytes[at + 2]! << 8) | bytes[at + 3]!;
  at += 4;
  // Name and password; perhaps a will of QoS 0 that is not retained.
  if ((flags & ~0x04) !== 0xc2) return null;
  const clientId = text();
  const will = (flags & 0x04) === 0 ? null : { topic: text(), text: text() };
  const login = { clientId, username: text(), password: text(), keepAlive, will, clean: true };
  return at === bytes.length ? login : null;
}
