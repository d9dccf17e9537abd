import { localDay, uuidv7, type Instant, type Moment } from '../primitives/index.ts';

/** The outside world: the only place in the app that asks for the time, for chance, for a device. */
export interface Environment {
  now(): Instant;
  moment(rolloverHour: number): Moment;
  newId(): string;
  readonly device: string;
}

const DEVICE_KEY = 'recite-device';

export function browserEnvironment(): Environment {
  const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const newId = () => uuidv7(Date.now(), randomBytes);
  return {
    now: () => Date.now(),
    moment(rolloverHour) {
      const now = Date.now();
      const offset = -new Date(now).getTimezoneOffset();
      return { now, offset, day: localDay(now, offset, rolloverHour) };
    },
    newId,
    device: deviceId(newId),
  };
}

/** The device's own name, made once. Where nothing can be kept, it lasts as long as the page. */
function deviceId(newId: () => string): string {
  try {
    const known = localStorage.getItem(DEVICE_KEY);
    if (known) return known;
    const made = newId();
    localStorage.setItem(DEVICE_KEY, made);
    return made;
  } catch {
    return newId();
  }
}
