/**
 * The topics of a session, and who may do what with them. Whatever is not named here is refused, and
 * so are wildcards: nobody but the engine needs any.
 */

/** Who a connection is. The engine is the host's own process: it decides, and tells the others. */
export type Role =
  | { readonly kind: 'engine' }
  | { readonly kind: 'host' }
  | { readonly kind: 'board' }
  | { readonly kind: 'seat'; readonly seat: string };

const PREFIX = 'recite';

export const topics = {
  /** Retained: what everybody may see. */
  stage: (session: string) => `${PREFIX}/${session}/stage`,
  /** What the board may see besides: counts. */
  board: (session: string) => `${PREFIX}/${session}/board`,
  boardUp: (session: string) => `${PREFIX}/${session}/board/up`,
  hostUp: (session: string) => `${PREFIX}/${session}/host/up`,
  host: (session: string) => `${PREFIX}/${session}/host`,
  /** From a student, and to that student alone. */
  seatUp: (session: string, seat: string) => `${PREFIX}/${session}/seat/${seat}/up`,
  seat: (session: string, seat: string) => `${PREFIX}/${session}/seat/${seat}`,
};

/** What a role may publish to, topic by topic. */
export function publishable(session: string, role: Role): string[] {
  switch (role.kind) {
    case 'host':
      return [topics.hostUp(session)];
    case 'board':
      return [topics.boardUp(session)];
    case 'seat':
      return [topics.seatUp(session, role.seat)];
    case 'engine':
      return [];
  }
}

/** What a role may subscribe to, topic by topic. */
export function subscribable(session: string, role: Role): string[] {
  switch (role.kind) {
    case 'host':
      return [topics.stage(session), topics.board(session), topics.host(session)];
    case 'board':
      return [topics.stage(session), topics.board(session)];
    case 'seat':
      return [topics.stage(session), topics.seat(session, role.seat)];
    case 'engine':
      return [];
  }
}

export function mayPublish(session: string, role: Role, topic: string): boolean {
  return publishable(session, role).includes(topic);
}

export function maySubscribe(session: string, role: Role, filter: string): boolean {
  return subscribable(session, role).includes(filter);
}

/** Who sends on a topic that leads to the engine; null for all others. */
export function senderOn(session: string, topic: string): Role | null {
  if (topic === topics.hostUp(session)) return { kind: 'host' };
  if (topic === topics.boardUp(session)) return { kind: 'board' };
  const [, , , seat] = topic.split('/');
  const fits = seat !== undefined && isId(seat) && topic === topics.seatUp(session, seat);
  return fits ? { kind: 'seat', seat } : null;
}

/** Ids of sessions and seats: nothing in them means anything in a topic, a file name or a mark-up. */
export function isId(text: string): boolean {
  return /^[a-z0-9]{4,32}$/.test(text);
}
