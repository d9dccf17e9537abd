import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { publishable, subscribable, topics } from '../../../lib/classroom/index.ts';
import { newId, newSecret } from '../data-folder.js';

/**
 * Users of a NATS cluster, one for each that may connect: NATS knows no topic that depends on who
 * asks, so each student has a user with topics of their own. They are for one session, and never leave
 * the machine: phones show their own secret to us, and we theirs to the cluster.
 *
 * @typedef {object} Credentials
 * @property {string} session
 * @property {string} engine the password of the engine, and so on
 * @property {string} host
 * @property {string} board
 * @property {readonly { readonly id: string, readonly password: string }[]} seats
 */

/**
 * @param {number} seats how many students at most
 * @returns {Credentials}
 */
export function newCredentials(seats) {
  return {
    session: newId(),
    engine: newSecret(),
    host: newSecret(),
    board: newSecret(),
    seats: Array.from({ length: seats }, () => ({ id: newId(), password: newSecret() })),
  };
}

/**
 * The accounts of a NATS configuration: an account for the session, in which everything that is not
 * named is denied, and the one that a cluster with JetStream needs for itself.
 *
 * @param {Credentials} credentials
 */
export function natsAccounts({ session, engine, host, board, seats }) {
  const users = [
    // Over its gateway MQTT's own subjects carry what is acknowledged.
    user(
      'engine',
      engine,
      [`recite.${session}.>`, '$MQTT.>'],
      [...uplinks(session).map(subject), '$MQTT.>'],
    ),
    ...['host', 'board'].map((kind) => {
      const role = /** @type {{ kind: 'host' | 'board' }} */ ({ kind });
      const password = kind === 'host' ? host : board;
      return user(
        kind,
        password,
        publishable(session, role).map(subject),
        subscribable(session, role).map(subject),
      );
    }),
    ...seats.map(({ id, password }) => {
      const role = /** @type {const} */ ({ kind: 'seat', seat: id });
      return user(
        id,
        password,
        publishable(session, role).map(subject),
        subscribable(session, role).map(subject),
      );
    }),
  ];
  return `accounts {
  RECITE { jetstream: enabled, users: [
${users.join('\n')}
  ] }
  SYS { users: [ { user: system, password: "${newSecret()}" } ] }
}
system_account: SYS
`;
}

/**
 * What leads to the engine, as MQTT writes it.
 *
 * @param {string} session
 */
export function uplinks(session) {
  return [topics.seatUp(session, '+'), topics.hostUp(session), topics.boardUp(session)];
}

/**
 * A topic of MQTT as NATS writes it.
 *
 * @param {string} topic
 */
function subject(topic) {
  return topic.replaceAll('/', '.').replaceAll('+', '*');
}

/**
 * @param {string} name
 * @param {string} password
 * @param {readonly string[]} publish
 * @param {readonly string[]} subscribe
 */
function user(name, password, publish, subscribe) {
  const list = (/** @type {readonly string[]} */ subjects) => JSON.stringify(subjects);
  return `    { user: "${name}", password: "${password}", permissions: { publish: { allow: ${list(publish)} }, subscribe: { allow: ${list(subscribe)} } } }`;
}

/** @param {string} folder */
const pathIn = (folder) => join(folder, 'broker.json');

/**
 * @param {string} folder
 * @param {Credentials} credentials
 */
export function keepCredentials(folder, credentials) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(pathIn(folder), `${JSON.stringify(credentials)}\n`, { mode: 0o600 });
}

/**
 * @param {string} folder
 * @returns {Credentials | null} null where the command was not run
 */
export function keptCredentials(folder) {
  try {
    /** @type {unknown} */
    const kept = JSON.parse(readFileSync(pathIn(folder), 'utf8'));
    return /** @type {Credentials} */ (kept);
  } catch {
    return null;
  }
}
