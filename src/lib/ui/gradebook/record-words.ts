import { locale, t } from '../../language/index.ts';
import type { ConfidenceWord, SourceWord, VerdictWord } from './types.ts';

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

/** Points with a half where there is one: `7`, `7.5`, `6.67`. */
export function pointsWords(points: number): string {
  return points.toLocaleString(locale(), { maximumFractionDigits: 2 });
}

export const VERDICT_WORDS: Readonly<Record<VerdictWord, string>> = {
  right: t('Right'),
  partly: t('Partly right'),
  wrong: t('Wrong'),
};

/** How an answer came. */
export const SOURCE_WORDS: Readonly<Record<SourceWord, string>> = {
  live: t('live'),
  paper: t('on a paper card'),
  qr: t('as a QR code'),
};

export const CONFIDENCE_WORDS: Readonly<Record<ConfidenceWord, string>> = {
  guess: t('A guess'),
  unsure: t('Unsure'),
  sure: t('Sure'),
};
