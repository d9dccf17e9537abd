export { ok, err, type Result, type Failure } from './result.ts';
export { uuidv7, type Hash, type RandomBytes } from './ids.ts';
export {
  localDay,
  startOfLocalDay,
  isoDay,
  weekday,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  DEFAULT_ROLLOVER_HOUR,
  type Instant,
  type LocalDay,
  type Moment,
  type OffsetMinutes,
} from './time.ts';
export { foldText } from './fold-text.ts';
export { hashSeed, seededRandom, shuffled, type Random } from './random.ts';
export {
  periodFinder,
  periodsBetween,
  startOfPeriod,
  type Period,
  type PeriodUnit,
} from './periods.ts';
