/**
 * Counts the octets of MQTT packets in a stream, without reading them: a packet may be spread over any
 * number of WebSocket frames, so the limit of frames alone would let one of 256 MB through.
 */
export class PacketMeter {
  #most;
  /** What is still to come of the body. */
  #rest = 0;
  /** Octets of the head read so far; 0: the next one begins a packet. */
  #head = 0;
  #length = 0;

  /** @param {number} most octets of the longest body that is allowed */
  constructor(most) {
    this.#most = most;
  }

  /**
   * @param {Uint8Array} chunk
   * @returns {number} how many packets began in it; -1: one is too long, or its length is malformed
   */
  measure(chunk) {
    let packets = 0;
    let at = 0;
    while (at < chunk.length) {
      if (this.#rest > 0) {
        const step = Math.min(this.#rest, chunk.length - at);
        this.#rest -= step;
        at += step;
        continue;
      }
      const byte = /** @type {number} */ (chunk[at++]);
      if (this.#head === 0) {
        packets++;
        this.#head = 1;
        this.#length = 0;
        continue;
      }
      this.#length += (byte & 0x7f) * 128 ** (this.#head - 1);
      if (this.#length > this.#most) return -1;
      if (byte < 0x80) {
        this.#rest = this.#length;
        this.#head = 0;
      } else if (++this.#head > 4) return -1;
    }
    return packets;
  }
}
