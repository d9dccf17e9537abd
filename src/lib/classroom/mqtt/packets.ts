/**
 * The packets of MQTT 3.1.1 that a page needs: QoS 0 and 1, text only. Of the OASIS standard
 * (https://docs.oasis-open.org/mqtt/mqtt/v3.1.1/os/mqtt-v3.1.1-os.html) the numbers of its sections
 * stand beside. Its own, because the smallest packages are three times the size and no longer kept.
 */

/** Text to UTF-8 and back: `TextEncoder` and `TextDecoder` are the browser’s. */
export interface Utf8 {
  encode(text: string): Uint8Array;
  decode(bytes: Uint8Array): string;
}

export interface Connect {
  readonly clientId: string;
  readonly username: string;
  readonly password: string;
  /** Seconds. */
  readonly keepAlive: number;
  readonly will: { readonly topic: string; readonly text: string } | null;
  /** Pages ask for a clean session: what is to be known is retained, or asked for again. */
  readonly clean: boolean;
}

export type Received =
  | { readonly type: 'connack'; readonly code: number }
  | {
      readonly type: 'publish';
      readonly topic: string;
      readonly text: string;
      readonly id: number | null;
    }
  | { readonly type: 'puback'; readonly id: number }
  | { readonly type: 'suback'; readonly id: number; readonly refused: boolean }
  | { readonly type: 'pong' };

/** 3.1 */
export function connectPacket(
  { clientId, username, password, keepAlive, will, clean }: Connect,
  utf8: Utf8,
): Uint8Array {
  const flags = 0x80 | 0x40 | (clean ? 0x02 : 0) | (will ? 0x04 : 0);
  const named = (text: string) => sized(utf8.encode(text));
  return packet(0x10, [
    ...named('MQTT'),
    Uint8Array.of(4, flags, keepAlive >> 8, keepAlive & 0xff),
    ...named(clientId),
    ...(will ? [...named(will.topic), ...named(will.text)] : []),
    ...named(username),
    ...named(password),
  ]);
}

/** 3.3. @param id null for QoS 0 */
export function publishPacket(
  {
    topic,
    text,
    id,
    again,
    retain = false,
  }: { topic: string; text: string; id: number | null; again: boolean; retain?: boolean },
  utf8: Utf8,
): Uint8Array {
  const flags = (again ? 0x08 : 0) | (id === null ? 0 : 0x02) | (retain ? 0x01 : 0);
  return packet(0x30 | flags, [
    ...sized(utf8.encode(topic)),
    ...(id === null ? [] : [twoBytes(id)]),
    utf8.encode(text),
  ]);
}

/** 3.8; pages take QoS 0: what is lost with a connection comes anew with the next. */
export function subscribePacket(
  id: number,
  topics: readonly string[],
  utf8: Utf8,
  qos: 0 | 1 = 0,
): Uint8Array {
  const filters = topics.flatMap((topic) => [...sized(utf8.encode(topic)), Uint8Array.of(qos)]);
  return packet(0x82, [twoBytes(id), ...filters]);
}

/** 3.4 */
export function pubackPacket(id: number): Uint8Array {
  return packet(0x40, [twoBytes(id)]);
}

/** 3.12 and 3.14 */
export const PING = Uint8Array.of(0xc0, 0);
export const DISCONNECT = Uint8Array.of(0xe0, 0);

function packet(head: number, parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  // 2.2.3: seven bits a byte, the lowest first.
  const lengths: number[] = [];
  for (let rest = length; lengths.length === 0 || rest > 0; rest >>= 7) {
    lengths.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  }
  const bytes = new Uint8Array(1 + lengths.length + length);
  bytes[0] = head;
  bytes.set(lengths, 1);
  let at = 1 + lengths.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function sized(bytes: Uint8Array): [Uint8Array, Uint8Array] {
  return [twoBytes(bytes.length), bytes];
}

function twoBytes(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value & 0xff);
}

/** More than any message of ours; a broker that announces more is none of ours. */
const MOST_RECEIVED = 4 * 1024 * 1024;

/** Puts packets together from a stream of bytes that may be cut anywhere. */
export class PacketReader {
  readonly #utf8: Utf8;
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(utf8: Utf8) {
    this.#utf8 = utf8;
  }

  /** @returns the packets that are whole now; null where this is no MQTT that we know */
  read(chunk: Uint8Array): Received[] | null {
    const joined = new Uint8Array(this.#bytes.length + chunk.length);
    joined.set(this.#bytes);
    joined.set(chunk, this.#bytes.length);
    const packets: Received[] = [];
    let from = 0;
    for (;;) {
      const found = extent(joined, from);
      if (found === null) return null;
      if (found === undefined || found.end > joined.length) break;
      const read = this.#packet(joined[from]!, joined.subarray(found.start, found.end));
      if (!read) return null;
      packets.push(read);
      from = found.end;
    }
    this.#bytes = joined.slice(from);
    return packets;
  }

  #packet(head: number, body: Uint8Array): Received | null {
    const number = (at: number) => (body[at]! << 8) | body[at + 1]!;
    switch (head >> 4) {
      case 2:
        return body.length === 2 ? { type: 'connack', code: body[1]! } : null;
      case 3:
        return this.#publish(head, body);
      case 4:
        return body.length === 2 ? { type: 'puback', id: number(0) } : null;
      case 9:
        return body.length < 3
          ? null
          : { type: 'suback', id: number(0), refused: body.subarray(2).some((code) => code > 2) };
      case 13:
        return { type: 'pong' };
      default:
        return null;
    }
  }

  #publish(head: number, body: Uint8Array): Received | null {
    const qos = (head >> 1) & 3;
    const size = body.length < 2 ? Infinity : (body[0]! << 8) | body[1]!;
    const after = 2 + size + (qos > 0 ? 2 : 0);
    if (qos > 1 || after > body.length) return null;
    const topic = this.#utf8.decode(body.subarray(2, 2 + size));
    const text = this.#utf8.decode(body.subarray(after));
    const id = qos > 0 ? (body[after - 2]! << 8) | body[after - 1]! : null;
    return { type: 'publish', topic, text, id };
  }
}

/** Where the body of the packet that begins there starts and ends; undefined: its head is not whole yet. */
function extent(
  bytes: Uint8Array,
  from: number,
): { start: number; end: number } | null | undefined {
  let length = 0;
  for (let place = 0; place < 4; place++) {
    const byte = bytes[from + 1 + place];
    if (byte === undefined) return undefined;
    length += (byte & 0x7f) * 128 ** place;
    if (byte < 0x80) {
      const start = from + 2 + place;
      return length > MOST_RECEIVED ? null : { start, end: start + length };
    }
  }
  return null;
}
