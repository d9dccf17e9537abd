import { Duplex } from 'node:stream';
import { Bucket, MOST_BYTES } from '../../lib/classroom/index.ts';
import { PacketMeter } from './packet-meter.js';

/**
 * Packets of any kind that one connection may send: the messages’ own rate is counted by student (see
 * `broker.js`); this is for what is not even a message.
 */
const PACKETS = { burst: 60, perSecond: 20 };

/** Codes of closing: RFC 6455, section 7.4.1. */
const POLICY = 1008;
const TOO_LONG = 1009;

/** More than this unsent: the phone has gone away, and the memory is wanted. */
const MOST_UNSENT = 4 * 1024 * 1024;

/**
 * A WebSocket as the stream that a broker reads and writes. What the broker writes in pieces goes out
 * as one frame.
 *
 * @typedef {Duplex & { tell: (framed: import('./frames.js').Framed) => void }} SocketStream `tell` sends a
 *   frame that was made before, past the stream but never past what is waiting in it
 *
 * @param {import('ws').WebSocket} socket
 * @param {Duplex} wire the connection below it
 * @param {() => number} now
 * @returns {SocketStream}
 */
export function socketStream(socket, wire, now) {
  const meter = new PacketMeter(MOST_BYTES);
  const bucket = new Bucket(PACKETS, now());
  const stream = new Duplex({
    read: () => socket.resume(),
    write: (/** @type {Buffer} */ chunk, _encoding, done) => send(chunk, done),
    writev: (chunks, done) => send(Buffer.concat(chunks.map(({ chunk }) => asBuffer(chunk))), done),
    final(done) {
      socket.close();
      done();
    },
    destroy(error, done) {
      socket.terminate();
      done(error);
    },
  });

  /**
   * @param {Buffer} bytes
   * @param {(error?: Error | null) => void} done
   */
  function send(bytes, done) {
    if (socket.readyState !== socket.OPEN) return done();
    if (socket.bufferedAmount > MOST_UNSENT) stream.destroy();
    // Not waited for: 3,000 phones would each hold up the next. What piles up is counted above.
    else socket.send(bytes, { binary: true, compress: false });
    done();
  }

  socket.on('message', (data, isBinary) => {
    const bytes = asBuffer(data);
    const packets = isBinary ? meter.measure(bytes) : -1;
    if (packets < 0) return socket.close(TOO_LONG);
    for (let packet = 0; packet < packets; packet++) {
      if (!bucket.take(now())) return socket.close(POLICY);
    }
    if (!stream.push(bytes)) socket.pause();
  });
  socket.on('close', () => {
    stream.push(null);
    stream.destroy();
  });
  // Frames that break the protocol or are too long: `ws` closes the connection after this.
  socket.on('error', () => stream.destroy());
  return Object.assign(stream, {
    /** @param {import('./frames.js').Framed} framed */
    tell({ frame, packet }) {
      if (socket.readyState !== socket.OPEN) return;
      // The broker writes piece by piece, until the end of its turn; so does its CONNACK, which comes first.
      if (stream.writableLength > 0) stream.write(packet);
      else if (wire.writableLength > MOST_UNSENT) stream.destroy();
      // `ws` writes whole frames, and here (no compression) each at once: this one is never inside of another.
      else wire.write(frame);
    },
  });
}

/**
 * @param {unknown} data
 * @returns {Buffer}
 */
function asBuffer(data) {
  return Buffer.isBuffer(data) ? data : Buffer.from(/** @type {ArrayBuffer} */ (data));
}
