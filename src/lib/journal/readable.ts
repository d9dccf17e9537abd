import { EXAM_TIMES, type Settings } from './settings.ts';

/**
 * What each setting may be. Settings come from journals of other devices, of other versions and from
 * files: one that makes no sense would spoil every fold, so it is passed over.
 */
const READABLE: { readonly [Name in keyof Settings]: (value: unknown) => boolean } = {
  desiredRetention: isRetention,
  perBank: (value) => isRecord(value) && Object.values(value).every(isRetention),
  learningSteps: isSteps,
  relearningSteps: isSteps,
  maximumInterval: (value) => isWhole(value, 1, 36_500),
  parameters: (value) => value === null || isParameters(value),
  newPerDay: (value) => isWhole(value, 0, 9999),
  reviewsPerDay: (value) => isWhole(value, 0, 9999),
  rolloverHour: (value) => isWhole(value, 0, 23),
  newOrder: (value) => value === 'text' || value === 'mixed',
  reviewOrder: (value) => value === 'risk' || value === 'section' || value === 'random',
  buttons: (value) => value === 2 || value === 4,
  easyDays: (value) => isListOf(value, isEasyDay, 7) && value.length === 7,
  breaks: (value) => isListOf(value, isBreak, 100),
  leechLapses: (value) => isWhole(value, 0, 99),
  leechAction: (value) => value === 'tell' || value === 'suspend',
  catchUp: (value) =>
    value === null ||
    (isRecord(value) &&
      isDay(value.from) &&
      isWhole(value.days, 1, 365) &&
      isWhole(value.cards, 0, 1e6)),
  exam: (value) => value === null || isExam(value),
  fitsItself: (value) => typeof value === 'boolean',
  fit: (value) => value === null || isFit(value),
  quizCounts: (value) => typeof value === 'boolean',
  examTime: (value) => EXAM_TIMES.some((time) => time === value),
};

/** Those of the changes that this version can take, unaltered. */
export function readableChanges(changes: unknown): Partial<Settings> {
  if (!isRecord(changes)) return {};
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([name, value]) => Object.hasOwn(READABLE, name) && READABLE[name as keyof Settings](value),
    ),
  );
}

type Check = (value: unknown) => boolean;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWithin(value: unknown, from: number, to: number): boolean {
  return typeof value === 'number' && value >= from && value <= to;
}

function isWhole(value: unknown, from: number, to: number): boolean {
  return Number.isInteger(value) && isWithin(value, from, to);
}

function isListOf(value: unknown, fits: Check, most: number): value is unknown[] {
  return Array.isArray(value) && value.length <= most && value.every(fits);
}

function isRetention(value: unknown): boolean {
  return isWithin(value, 0.7, 0.97);
}

/** Minutes, up to thirty days. */
function isSteps(value: unknown): boolean {
  return isListOf(value, (step) => isWithin(step, 0.01, 43_200), 20);
}

function isParameters(value: unknown): boolean {
  return isListOf(value, Number.isFinite, 21) && value.length === 21;
}

function isEasyDay(value: unknown): boolean {
  return value === 'normal' || value === 'fewer' || value === 'none';
}

/** A local day up to the year 2243: whoever counts with it must not wait for ever. */
function isDay(value: unknown): value is number {
  return isWhole(value, 0, 100_000);
}

function isBreak(value: unknown): boolean {
  return isRecord(value) && isDay(value.from) && isDay(value.to) && value.from <= value.to;
}

function isExam(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.bank === 'string' &&
    isDay(value.day) &&
    isWithin(value.target, 0.5, 0.99) &&
    isListOf(value.sections, (section) => typeof section === 'string', 1000)
  );
}

function isFit(value: unknown): boolean {
  const whole = (count: unknown) => isWhole(count, 0, 1e9);
  return (
    isRecord(value) &&
    isWithin(value.at, 0, 1e14) &&
    whole(value.reviews) &&
    whole(value.heldOut) &&
    [value.before, value.after, value.constant].every(isFigures) &&
    isWithin(value.error, 0, 100)
  );
}

/** Both are averages of numbers that the fit holds within these. */
function isFigures(value: unknown): boolean {
  return isRecord(value) && isWithin(value.logLoss, 0, 100) && isWithin(value.rmseBins, 0, 1);
}
