import {
  createdEvent,
  Engine,
  foldSession,
  readPlan,
  readSettings,
} from '../../lib/classroom/index.ts';
import { keepEntrance, keptEntrances, logPath, newCode, newId, newSecret } from './data-folder.js';
import { openLog } from './log.js';

/** @typedef {import('./data-folder.js').Entrance} Entrance */

/**
 * A session that is under way, or was the last to end.
 *
 * @typedef {object} Live
 * @property {Entrance} entrance
 * @property {Engine} engine
 * @property {import('./log.js').EventLog} log
 */

/**
 * @typedef {object} World
 * @property {string} folder
 * @property {() => number} now
 * @property {() => string} newSession
 * @property {(isTaken: (id: string) => boolean) => string | null} newSeat
 * @property {(topic: string, text: string, retain: boolean) => void} publish
 * @property {(event: import('../../lib/classroom/index.ts').LiveEvent) => void} happened once on disk
 * @property {(error: unknown) => void} broken the disk takes no more
 */

/**
 * Begins a session with what a teacher’s page has sent.
 *
 * @param {World} world
 * @param {Readonly<Record<string, unknown>>} wanted
 * @returns {Promise<import('../../lib/primitives/index.ts').Result<Live>>}
 */
export async function beginSession(world, wanted) {
  const settings = readSettings(wanted.settings);
  const plan = readPlan(wanted.plan);
  if (!settings || !plan) {
    return fail('not-a-plan', 'These questions or settings could not be read. Nothing was begun.');
  }
  const session = world.newSession();
  const created = createdEvent({ session, settings, plan }, world.now());
  if (!created.ok) return created;
  const entrance = { session, secret: newSecret(), code: newCode() };
  try {
    keepEntrance(world.folder, entrance);
    const opened = await openLog(logPath(world.folder, session));
    if (!opened.ok) return opened;
    await opened.value.log.append([created.value]).safe;
    return { ok: true, value: live(world, entrance, opened.value.log, [created.value]) };
  } catch (error) {
    return fail(
      'no-disk',
      `The session could not be begun on this machine’s disk: ${String(error)}`,
    );
  }
}

/**
 * Takes up the newest session, where it was when this machine stopped; null where it has ended, or
 * there is none.
 *
 * @param {World} world
 * @returns {Promise<Live | null>}
 */
export async function takeUpSession(world) {
  const [entrance] = keptEntrances(world.folder);
  if (!entrance) return null;
  const opened = await openLog(logPath(world.folder, entrance.session));
  if (!opened.ok) {
    console.error(opened.error.message);
    return null;
  }
  const { log, events } = opened.value;
  if (events.length === 0 || foldSession(events).phase === 'ended') {
    await log.close();
    return null;
  }
  return live(world, entrance, log, events);
}

/**
 * @param {World} world
 * @param {Entrance} entrance
 * @param {import('./log.js').EventLog} log
 * @param {import('../../lib/classroom/index.ts').LiveEvent[]} events
 * @returns {Live}
 */
function live(world, entrance, log, events) {
  const engine = new Engine(events, entrance.code, {
    now: world.now,
    newId,
    newSeat: world.newSeat,
    publish: world.publish,
    append(happened) {
      const { handed, safe } = log.append(happened);
      const kept = safe.then(
        () => happened.forEach((event) => world.happened(event)),
        (error) => {
          world.broken(error);
          throw error;
        },
      );
      return { handed, safe: kept };
    },
  });
  engine.restore();
  return { entrance, engine, log };
}

/**
 * @param {string} code
 * @param {string} message
 * @returns {{ ok: false, error: import('../../lib/primitives/index.ts').Failure }}
 */
function fail(code, message) {
  return { ok: false, error: { code, message } };
}
