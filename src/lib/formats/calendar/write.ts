import { DAY_MS, MINUTE_MS, type Instant, type LocalDay } from '../../primitives/index.ts';

/** A reminder at the same time of every day. */
export interface DailyReminder {
  /** The same for the same reminder: a calendar that gets it again changes it instead of adding one. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Where the work is done. */
  readonly url: string;
  /** The first day. */
  readonly from: LocalDay;
  /** Minutes since midnight, by the clock of wherever the person is. */
  readonly minute: number;
  /** Minutes. */
  readonly length: number;
  readonly now: Instant;
}

/** A line may have so many octets, its end not counted (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/**
 * An iCalendar file with one event that repeats daily and rings when it begins.
 *
 * Its time is a floating one (RFC 5545, 3.3.5, form 1): seven in the evening stays that in another
 * time zone and through the change to summer time.
 */
export function dailyReminder(reminder: DailyReminder): string {
  const { id, title, text, url, from, minute, length, now } = reminder;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Recite//Recite//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}`,
    `DTSTAMP:${stamp(now)}Z`,
    // A later version of the same event replaces an earlier one.
    `SEQUENCE:${Math.floor(now / 1000)}`,
    `DTSTART:${stamp(from * DAY_MS + minute * MINUTE_MS)}`,
    `DURATION:PT${length}M`,
    'RRULE:FREQ=DAILY',
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${url}`,
    // It takes none of the person's time from anybody else.
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20261123T190000`, of an instant as if it were in UTC. */
function stamp(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
}

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}

/** Breaks a long line between characters; what goes on begins with a space (RFC 5545, 3.1). */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
