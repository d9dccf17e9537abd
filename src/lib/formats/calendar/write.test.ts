import { expect, test } from 'vitest';
import { dailyReminder, type DailyReminder } from './write.ts';

const REMINDER: DailyReminder = {
  id: 'reminder@recite',
  title: 'Study with Recite',
  text: 'A few minutes a day.',
  url: 'https://example.org/study',
  from: 20_780, // 23 November 2026
  minute: 19 * 60 + 30,
  length: 10,
  now: Date.UTC(2026, 10, 23, 10, 0, 0),
};

test('one event, every day, at the clock’s time wherever one is, with an alarm', () => {
  const lines = dailyReminder(REMINDER).split('\r\n');
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.at(-2)).toBe('END:VCALENDAR');
  expect(lines.at(-1)).toBe('');
  expect(lines).toEqual(
    expect.arrayContaining([
      'UID:reminder@recite',
      'DTSTAMP:20261123T100000Z',
      'DTSTART:20261123T193000',
      'DURATION:PT10M',
      'RRULE:FREQ=DAILY',
      'SUMMARY:Study with Recite',
      'URL:https://example.org/study',
      'TRIGGER:PT0S',
    ]),
  );
});

test('signs that mean something to a calendar are escaped', () => {
  const file = dailyReminder({ ...REMINDER, title: 'a, b; c\\d\ne' });
  expect(file).toContain('SUMMARY:a\\, b\\; c\\\\d\\ne\r\n');
});

test('no line is longer than 75 octets, no character is torn, and unfolded it is whole', () => {
  const text = 'Übung macht den Meister — 毎日少しずつ 🎓 '.repeat(12);
  const file = dailyReminder({ ...REMINDER, text });
  for (const line of file.split('\r\n')) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(line).not.toContain('\uFFFD');
  }
  expect(file.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${text}\r\n`);
});
