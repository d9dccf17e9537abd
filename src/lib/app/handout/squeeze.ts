import type { Squeeze } from '../../handout/index.ts';

/** DEFLATE as the platform has it (RFC 1951), also on pages served by plain http. */
export const squeeze: Squeeze = {
  async deflate(bytes) {
    return (await through(bytes, new CompressionStream('deflate-raw'), Infinity))!;
  },
  async inflate(bytes, most) {
    try {
      return await through(bytes, new DecompressionStream('deflate-raw'), most);
    } catch {
      return null;
    }
  },
};

/** @returns null where more than `most` octets would come out of it */
async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array | null> {
  const out = new Blob([bytes.slice()]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await out.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > most) {
      await out.cancel();
      return null;
    }
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
