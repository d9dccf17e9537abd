import { networkInterfaces } from 'node:os';
import { encodeQR } from 'qr';

/**
 * What `npm start` prints once it listens.
 *
 * @param {{ host: string, port: number, colour: boolean, secret?: string | null }} options `colour`: the
 *   terminal knows escape sequences; `secret`: makes a page the teacher’s
 * @param {string[]} [addresses] of this machine in its networks, the likeliest first
 */
export function greeting({ host, port, colour, secret }, addresses = lanAddresses()) {
  const everywhere = host === '0.0.0.0' || host === '::';
  const here = everywhere || host === '127.0.0.1' ? 'localhost' : bracketed(host);
  const lines = [`Recite is at http://${here}:${port}/`];
  const teacher = `http://${here}:${port}/host#${secret}`;
  if (!everywhere) {
    if (secret) {
      lines.push(`To lead a class, open ${teacher} (for the teacher alone)`);
      lines.push('Phones reach this machine only after: npm start -- --lan');
    }
    return lines.join('\n');
  }

  const [first, ...others] = addresses.map((address) => `http://${address}:${port}/`);
  if (!first) {
    const none = [
      'This machine is in no network that others could reach it by. Join the Wi-Fi of the room, or',
      'turn on a mobile hotspot; it needs no internet. Then start again.',
    ];
    return [...lines, ...none].join('\n');
  }
  return [
    ...lines,
    `In this network it is at ${first}`,
    ...others.map((address) => `or at ${address}`),
    ...(secret ? ['', ...toLead(teacher)] : []),
    '',
    'To study on a phone, without a class:',
    terminalCode(first, colour),
    '',
    'Over plain http a phone can study while it reaches this machine, but cannot install Recite',
    'or use it offline: browsers allow that over https only.',
  ].join('\n');
}

/**
 * What a teacher does, step by step.
 *
 * @param {string} host the teacher's address, with its secret
 */
function toLead(host) {
  return [
    'To lead a class:',
    `  1. On this machine, open ${host} (for the teacher alone)`,
    '  2. Choose questions, and open the room.',
    '  3. Put the board on the projector. Phones in the same Wi-Fi scan the code on it.',
    '  If none of them gets there, that page says what to do about firewalls and networks that',
    '  keep devices apart.',
  ];
}

/**
 * @param {string} text
 * @param {boolean} colour
 */
function terminalCode(text, colour) {
  const code = encodeQR(text, 'ascii', { border: 2 }).trimEnd();
  // The blocks are the light modules. White on black whatever the terminal's theme, or a phone may
  // meet an inverted code.
  return colour ? code.replace(/^.*$/gm, '\x1b[97;40m$&\x1b[0m') : code;
}

/** The IPv4 addresses of this machine, home and office networks first, bridges of containers last. */
export function lanAddresses(interfaces = networkInterfaces()) {
  return Object.entries(interfaces)
    .flatMap(([name, addresses = []]) =>
      addresses
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => ({ address, rank: rank(name, address) })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
}

/**
 * @param {string} name
 * @param {string} address
 */
function rank(name, address) {
  if (/^(docker|br-|veth|virbr|vmnet|utun|tun|tailscale)/.test(name)) return 3;
  if (address.startsWith('169.254.')) return 2;
  return /^(192\.168|10|172\.(1[6-9]|2\d|3[01]))\./.test(address) ? 0 : 1;
}

/** @param {string} host */
function bracketed(host) {
  return host.includes(':') ? `[${host}]` : host;
}
