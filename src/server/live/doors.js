import { readFileSync } from 'node:fs';
import {
  BACK,
  Buckets,
  freeRoster,
  GUESSES,
  isId,
  JOINS,
  missedBy,
  offeredNames,
} from '../../lib/classroom/index.ts';
import { answer, bearer, isOurPage, readObject, refuse } from './answer-http.js';
import { keptEntrances, logPath, newId } from './data-folder.js';
import { boardSecret, digest, isSame } from './keys.js';

/** @typedef {import('./sessions.js').Live} Live */
/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * @typedef {object} House
 * @property {string} folder
 * @property {string} host the host’s secret
 * @property {() => number} now
 * @property {() => Live | null} current
 * @property {(wanted: Readonly<Record<string, unknown>>) => Promise<import('../../lib/primitives/index.ts').Result<Live>>} begin
 * @property {() => readonly string[]} addresses at which phones reach this machine
 * @property {() => number} connections
 */

/** Octets: a plan of hundreds of questions; and what anybody may send. */
const PLAN_BYTES = 4 * 1024 * 1024;
const JOIN_BYTES = 4096;

/** Wrong codes from everywhere together: who has many addresses gains nothing by them. */
const ALL_GUESSES = { burst: 600, perSecond: 5 };

/**
 * What is asked for by HTTP: to begin a session, to come in, and to fetch what is too large for a
 * message.
 *
 * @param {House} house
 */
export function doors(house) {
  const guesses = new Buckets(GUESSES);
  const allGuesses = new Buckets(ALL_GUESSES);
  const joins = new Buckets(JOINS);

  /** @type {Record<string, (request: Request, response: Response) => Promise<void> | void>} */
  const routes = {
    'GET /live': (_request, response) => answer(response, 200, { live: true }),

    async 'POST /live/session'(request, response) {
      if (!isHost(request, response)) return;
      const wanted = await readObject(request, PLAN_BYTES);
      if (!wanted) return refuse(response, 400, UNREADABLE);
      const begun = await house.begin(wanted);
      if (!begun.ok) return refuse(response, 400, begun.error);
      answer(response, 200, entranceOf(begun.value));
    },

    'GET /live/session'(request, response) {
      if (!isHost(request, response)) return;
      const live = house.current();
      // To have none is nothing wrong.
      if (!live) return refuse(response, 200, NONE);
      answer(response, 200, entranceOf(live));
    },

    'GET /live/sessions'(request, response) {
      if (!isHost(request, response)) return;
      answer(response, 200, {
        sessions: keptEntrances(house.folder).map(({ session }) => session),
      });
    },

    'GET /live/log'(request, response) {
      if (!isHost(request, response)) return;
      const session = new URL(request.url ?? '', 'http://here').searchParams.get('session') ?? '';
      if (!isId(session)) return refuse(response, 404, NONE);
      try {
        const text = readFileSync(logPath(house.folder, session), 'utf8');
        response.setHeader('Content-Type', 'application/x-ndjson;charset=utf-8');
        response.setHeader('Cache-Control', 'no-store');
        response.end(text.slice(0, text.lastIndexOf('\n') + 1));
      } catch {
        refuse(response, 404, NONE);
      }
    },

    async 'POST /live/enter'(request, response) {
      const { secret = '', code = '' } = (await readObject(request, JOIN_BYTES)) ?? {};
      const live = house.current();
      if (!live || live.engine.session.phase === 'ended') return refuse(response, 404, NONE);
      if (typeof code === 'string' && code !== '') {
        // Counted before it is looked at: right or wrong, only so many are tried.
        const mayTry =
          guesses.take(addressOf(request), house.now()) && allGuesses.take('', house.now());
        if (!mayTry) return refuse(response, 429, TOO_MANY_CODES);
        if (live.engine.session.locked) return refuse(response, 403, LOCKED);
        const typed = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
        if (!isSame(typed, live.entrance.code)) return refuse(response, 403, WRONG_CODE);
      } else if (typeof secret !== 'string' || !isSame(secret, live.entrance.secret)) {
        return refuse(response, 403, WRONG_LINK);
      }
      const { settings } = live.engine.session;
      answer(response, 200, {
        session: live.entrance.session,
        secret: live.entrance.secret,
        title: settings.title,
        names: settings.names,
        roster: freeRoster(live.engine.session),
        offered: offeredNames(live.engine.session, newId()),
      });
    },

    async 'POST /live/join'(request, response) {
      const { secret, key, name = '', back } = (await readObject(request, JOIN_BYTES)) ?? {};
      const live = house.current();
      if (!live) return refuse(response, 404, NONE);
      if (typeof secret !== 'string' || !isSame(secret, live.entrance.secret)) {
        return refuse(response, 403, WRONG_LINK);
      }
      // The phone’s own secret: 128 bits that it made.
      if (typeof key !== 'string' || !/^[0-9a-f]{32}$/.test(key) || typeof name !== 'string') {
        return refuse(response, 400, UNREADABLE);
      }
      if (!joins.take(addressOf(request), house.now())) return refuse(response, 429, TOO_MANY);
      const joined = await live.engine.join(
        digest(key),
        name,
        BACK.find((one) => one === back),
      );
      if (!joined.ok) return refuse(response, 403, joined.error);
      answer(response, 200, { session: live.entrance.session, seat: joined.value });
    },

    'GET /live/missed'(request, response) {
      const live = house.current();
      const key = digest(bearer(request));
      const seat = live && [...live.engine.session.seats.values()].find((one) => one.key === key);
      if (!live || !seat) return refuse(response, 403, WRONG_LINK);
      answer(response, 200, { missed: missedBy(live.engine.session, seat.id) });
    },
  };

  /**
   * @param {Request} request
   * @param {Response} response
   */
  function isHost(request, response) {
    const known = isSame(bearer(request), house.host);
    if (!known) refuse(response, 403, NOT_HOST);
    return known;
  }

  /** @param {Live} live */
  function entranceOf({ entrance }) {
    const { session, secret, code } = entrance;
    const board = boardSecret(house.host, session);
    return { session, secret, code, board, addresses: house.addresses() };
  }

  /**
   * Answers a request for a live session.
   *
   * @param {Request} request
   * @param {Response} response
   * @returns {boolean} false: it is not about one
   */
  return (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (path !== '/live' && !path.startsWith('/live/')) return false;
    const route = routes[`${request.method} ${path}`];
    if (!route || !isOurPage(request)) {
      refuse(response, 404, NONE);
      return true;
    }
    Promise.resolve(route(request, response)).catch((error) => {
      console.error(error);
      if (!response.headersSent) refuse(response, 500, BROKEN);
    });
    return true;
  };
}

/** @param {Request} request */
function addressOf(request) {
  return request.socket.remoteAddress ?? '';
}

const UNREADABLE = { code: 'unreadable', message: 'This could not be read. Nothing has changed.' };
const NONE = { code: 'no-session', message: 'No session is running here now.' };
const NOT_HOST = {
  code: 'not-host',
  message: 'This page may not lead a session. Open the teacher’s address that the terminal shows.',
};
const LOCKED = {
  code: 'locked',
  message: 'The room is locked. Ask your teacher to unlock it, then try again.',
};
const WRONG_CODE = { code: 'wrong-code', message: 'This is not the code on the board. Try again.' };
const WRONG_LINK = {
  code: 'wrong-link',
  message: 'This link belongs to another session. Scan the code on the board.',
};
const TOO_MANY_CODES = {
  code: 'too-many-codes',
  message: 'Too many codes were tried. Scan the code on the board, or wait a minute.',
};
const TOO_MANY = {
  code: 'too-many',
  message: 'Many are coming in at this moment. Your phone tries again by itself.',
};
const BROKEN = { code: 'broken', message: 'Something went wrong on the teacher’s machine.' };
