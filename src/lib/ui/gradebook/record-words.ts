import { locale } from '../../language/index.ts';

/** `Mon 23 Nov 2026, 10:15`, by the clock of this device. */
export function recordDate(at: number): string {
  return new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}
