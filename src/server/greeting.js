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
  if (secret) {
    lines.push(
      `To lead a class, open http://${here}:${port}/host#${secret} (for the teacher alone)`,
    );
  }
  if (!everywhere) {
    if (secret) lines.push('Phones reach this machine only after: npm start -- --lan');
    return lines.join('\n');
  }

  const [first, ...others] = addresses.map((address) => `http://${address}:${port}/`);
  if (!first) {
    return [...lines, 'This machine is in no network that others could reach it by.'].join('\n');
  }
  return [
    ...lines,
    `In this network it is at ${first}`,
    ...others.map((address) => `or at ${address}`),
    '',
    terminalCode(first, colour),
    '',
    'Over plain http a phone can study while it reaches this machine, but cannot install Recite',
    'or use it offline: browsers allow that over https only.',
  ].join('\n');
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
