import { MqttClient, type MqttPorts } from '../../classroom/mqtt/index.ts';
import type { Transport } from '../../classroom/index.ts';

/** How a page says who it is: see the broker. */
export interface Login {
  readonly clientId: string;
  readonly username: 'seat' | 'host' | 'board';
  readonly password: string;
  readonly will: { readonly topic: string; readonly text: string } | null;
}

/** A fresh secret of 128 bits, as 32 hexadecimal digits; also on pages served by plain http. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const PORTS: MqttPorts = {
  random: () => Math.random(),
  utf8: { encode: (text) => encoder.encode(text), decode: (bytes) => decoder.decode(bytes) },
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  open(heard) {
    const address = new URL('/live/mqtt', location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address, 'mqtt');
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => heard.opened();
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => heard.bytes(new Uint8Array(data));
    socket.onclose = () => heard.closed();
    return {
      send(bytes) {
        if (socket.readyState === WebSocket.OPEN) socket.send(bytes.slice());
      },
      close: () => socket.close(),
    };
  },
};

/**
 * A connection to the machine that serves this page. A phone that was asleep has a dead socket and does
 * not know it: whenever the page comes back into view, or the network does, it is tried.
 */
export function openLine(login: Login): Transport {
  const client = new MqttClient(login, PORTS);
  const wake = () => {
    if (!document.hidden) client.wake();
  };
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('pageshow', wake);
  window.addEventListener('online', wake);
  client.watch((state) => {
    if (state !== 'closed') return;
    document.removeEventListener('visibilitychange', wake);
    window.removeEventListener('pageshow', wake);
    window.removeEventListener('online', wake);
  });
  return client;
}
