import { t } from '../../language/index.ts';

export type Unit = 'day' | 'week' | 'month' | 'year';

/** What a picture says of each unit of time, in words of its own: other languages bend them. */
type UnitWords = Readonly<Record<Unit, string>>;

/** As the head of a column. */
export const UNIT_NAMES: UnitWords = {
  day: t('Day'),
  week: t('Week'),
  month: t('Month'),
  year: t('Year'),
};

export const ANSWERS_A: UnitWords = {
  day: t('Answers a day'),
  week: t('Answers a week'),
  month: t('Answers a month'),
  year: t('Answers a year'),
};

export const TIME_A: UnitWords = {
  day: t('Time a day'),
  week: t('Time a week'),
  month: t('Time a month'),
  year: t('Time a year'),
};

export const MINUTES_A: UnitWords = {
  day: t('Minutes a day'),
  week: t('Minutes a week'),
  month: t('Minutes a month'),
  year: t('Minutes a year'),
};

export const NEW_CARDS_A: UnitWords = {
  day: t('New cards a day'),
  week: t('New cards a week'),
  month: t('New cards a month'),
  year: t('New cards a year'),
};

export const CARDS_A: UnitWords = {
  day: t('Cards a day'),
  week: t('Cards a week'),
  month: t('Cards a month'),
  year: t('Cards a year'),
};

export const ANSWERS_BY: UnitWords = {
  day: t('Answers, by day'),
  week: t('Answers, by week'),
  month: t('Answers, by month'),
  year: t('Answers, by year'),
};

export const TIME_BY: UnitWords = {
  day: t('Time, by day'),
  week: t('Time, by week'),
  month: t('Time, by month'),
  year: t('Time, by year'),
};

export const NEW_CARDS_BY: UnitWords = {
  day: t('New cards, by day'),
  week: t('New cards, by week'),
  month: t('New cards, by month'),
  year: t('New cards, by year'),
};

export const CARDS_DUE_BY: UnitWords = {
  day: t('Cards due, by day'),
  week: t('Cards due, by week'),
  month: t('Cards due, by month'),
  year: t('Cards due, by year'),
};

export const RECALLED_BY: UnitWords = {
  day: t('Recalled and predicted, by day'),
  week: t('Recalled and predicted, by week'),
  month: t('Recalled and predicted, by month'),
  year: t('Recalled and predicted, by year'),
};
