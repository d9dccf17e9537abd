/**
 * What is sent to many: an MQTT packet and, around it, the frame of a WebSocket. A server’s frames are not
 * masked, so they are the same octets for every reader, and are made once.
 *
 * @typedef {object} Framed
 * @property {Buffer} frame
 * @property {Buffer} packet the part of it that is the packet
 */

/** FIN, and the opcode of binary data: RFC 6455, section 5.2. */
const WHOLE_BINARY = 0x82;

/**
 * @param {Uint8Array} packet
 * @returns {Framed}
 */
export function framed(packet) {
  const { length } = packet;
  const head = length < 126 ? 2 : length < 0x10000 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = WHOLE_BINARY;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(packet, head);
  return { frame, packet: frame.subarray(head) };
}
