import type { Column } from '../charts/figures.ts';
import { percent, plural, t } from '../../language/index.ts';

/** A share that was counted and where the true one lies, as the journal gives it. */
export interface ShareOf {
  readonly passed: number;
  readonly count: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What was recalled beside what was predicted for the same answers; null where nothing was asked. */
export interface RecalledOf {
  readonly share: ShareOf | null;
  readonly predicted: number | null;
}

/** `87 % of 40 reviews recalled; 90 % predicted`. */
export function recalledWords({ share, predicted }: RecalledOf): string {
  if (!share || predicted === null) return t('no reviews');
  return t(
    '{0} of {1} recalled; {2} predicted',
    percent(share.share),
    plural(share.count, 'review'),
    percent(predicted),
  );
}

/** The columns of a retention: counted, recalled, the share with its interval, the prediction. */
export function recalledColumns<Row extends RecalledOf>(): Column<Row>[] {
  const or = (value: number | null | undefined) => value ?? NaN;
  const shown = (value: number | null | undefined) => (value == null ? '–' : percent(value));
  return [
    { name: t('Reviews'), field: 'reviews', raw: ({ share }) => share?.count ?? 0 },
    { name: null, field: 'recalled', raw: ({ share }) => share?.passed ?? 0 },
    {
      name: t('Recalled'),
      field: 'retention',
      shown: ({ share }) => shown(share?.share),
      raw: ({ share }) => or(share?.share),
    },
    {
      name: t('95% sure'),
      field: null,
      shown: ({ share }) =>
        share ? t('{0} to {1}', percent(share.low), percent(share.high)) : '–',
    },
    { name: null, field: 'retention low', raw: ({ share }) => or(share?.low) },
    { name: null, field: 'retention high', raw: ({ share }) => or(share?.high) },
    {
      name: t('Predicted'),
      field: 'predicted',
      shown: ({ predicted }) => shown(predicted),
      raw: ({ predicted }) => or(predicted),
    },
  ];
}
