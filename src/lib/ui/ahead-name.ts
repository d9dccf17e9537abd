import { t } from '../language/index.ts';

const NAMES: Readonly<Record<number, string>> = {
  0: t('today'),
  1: t('tomorrow'),
  3: t('in three days'),
  7: t('in a week'),
  14: t('in two weeks'),
  30: t('in a month'),
  61: t('in two months'),
  91: t('in three months'),
  182: t('in half a year'),
  365: t('in a year'),
};

/** How one says a day that is so many days ahead: of those at which the memory map can be looked at. */
export function aheadName(days: number): string {
  return NAMES[days] ?? '';
}
