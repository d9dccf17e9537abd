import { VERDICTS, type Response, type Verdict } from '../grading/index.ts';
import { CONFIDENCES } from '../journal/index.ts';
import type { Answering } from './answering.ts';
import type { Marking } from './marking.ts';
import { readResponse } from './asked.ts';
import type { Command } from './deciding.ts';
import { MOST_BYTES } from './limits.ts';
import { isId } from './topics.ts';

/**
 * What comes in over the wire, read at the edge: JSON that anybody may have written becomes a message
 * of ours, or null. What it holds besides is dropped.
 */

/** From a phone. */
export type SeatMessage =
  /** It is (again) connected, by this connection, and wants to know how things stand. */
  | { readonly t: 'here'; readonly connection: string }
  /** The broker says it for one that broke off (MQTT's will). */
  | { readonly t: 'gone'; readonly connection: string }
  | ({ readonly t: 'answer' } & Answering)
  /** What it makes of its own written answer, beside the answer that was shown. */
  | ({ readonly t: 'mark' } & Marking);

/** From the teacher's page. */
export type HostMessage =
  { readonly t: 'here' } | { readonly t: 'do'; readonly id: string; readonly command: Command };

type Fields = Readonly<Record<string, unknown>>;

/** @returns null where it is too long, no JSON, or no object */
export function readFields(text: string): Fields | null {
  if (text.length > MOST_BYTES) return null;
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Fields) : null;
  } catch {
    return null;
  }
}

export function readSeatMessage(text: string): SeatMessage | null {
  const fields = readFields(text);
  const { t, connection } = fields ?? {};
  if (!fields) return null;
  if (t === 'here' || t === 'gone') {
    return isIdentifier(connection) ? { t, connection } : null;
  }
  const { place, vote } = fields;
  if (t === 'mark') {
    const verdict = readVerdict(fields.verdict);
    return isPlace(place) && verdict ? { t, place, verdict } : null;
  }
  if (t !== 'answer') return null;
  const response: Response | null = readResponse(fields.response);
  const confidence = CONFIDENCES.find((one) => one === fields.confidence) ?? null;
  // What one makes of it oneself is said afterwards, and never with the answer.
  if (!isPlace(place) || !isVote(vote) || !response || response.kind === 'judged') return null;
  return { t, place, vote, response, confidence };
}

export function readHostMessage(text: string): HostMessage | null {
  const fields = readFields(text);
  if (fields?.t === 'here') return { t: 'here' };
  if (fields?.t !== 'do' || !isIdentifier(fields.id)) return null;
  const { command } = fields;
  if (typeof command !== 'object' || command === null) return null;
  const read = readCommand(command as Fields);
  return read && { t: 'do', id: fields.id, command: read };
}

function readCommand(fields: Fields): Command | null {
  const { do: what, seat, from, name, team, factor, locked, paused, place, shown } = fields;
  switch (what) {
    case 'admit':
    case 'remove':
      return isIdentifier(seat) ? { do: what, seat } : null;
    case 'admit-all':
    case 'end':
      return { do: what };
    case 'rename':
      return isIdentifier(seat) && typeof name === 'string' ? { do: what, seat, name } : null;
    case 'hand-over':
      return isIdentifier(seat) && isIdentifier(from) ? { do: what, seat, from } : null;
    case 'team':
      return isIdentifier(seat) && (team === null || isPlace(team))
        ? { do: what, seat, team }
        : null;
    case 'time':
      return isIdentifier(seat) && typeof factor === 'number' ? { do: what, seat, factor } : null;
    case 'lock':
      return typeof locked === 'boolean' ? { do: what, locked } : null;
    case 'standings':
      return typeof shown === 'boolean' ? { do: what, shown } : null;
    case 'pause':
      return typeof paused === 'boolean' ? { do: what, paused } : null;
    case 'mark': {
      const verdict = readVerdict(fields.verdict);
      return isPlace(place) && typeof fields.text === 'string' && verdict
        ? { do: what, place, text: fields.text, verdict }
        : null;
    }
    case 'show':
      return isPlace(place) && typeof fields.text === 'string' && typeof shown === 'boolean'
        ? { do: what, place, text: fields.text, shown }
        : null;
    case 'open':
    case 'close':
    case 'discuss':
    case 'vote':
    case 'reveal':
    case 'skip':
    case 'look':
      return isPlace(place) ? { do: what, place } : null;
    default:
      return null;
  }
}

function isIdentifier(value: unknown): value is string {
  return typeof value === 'string' && isId(value);
}

function isVote(value: unknown): value is Answering['vote'] {
  return value === 1 || value === 2;
}

function readVerdict(value: unknown): Verdict | null {
  return VERDICTS.find((one) => one === value) ?? null;
}

function isPlace(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 10_000;
}
