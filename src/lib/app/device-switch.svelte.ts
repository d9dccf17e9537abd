/** Something that is on or off on this device. Not part of the journal: a phone and a desktop differ. */
export class DeviceSwitch {
  on = $state(false);
  readonly #key: string;
  readonly #initially: boolean;

  /** @param initially how it stands until it is set */
  constructor(key: string, initially: boolean) {
    this.#key = key;
    this.#initially = initially;
    this.on = initially;
  }

  load(): void {
    try {
      const kept = localStorage.getItem(this.#key);
      this.on = kept === null ? this.#initially : kept === 'on';
    } catch {
      // Refused: it stays as it was at first.
    }
  }

  set(on: boolean): void {
    this.on = on;
    try {
      localStorage.setItem(this.#key, on ? 'on' : 'off');
    } catch {
      // It then holds for this visit only.
    }
  }
}

/** Whether the app's icon is to say how many cards are due. */
export const badgeSwitch = new DeviceSwitch('recite-badge', false);
/** Whether the device is to say, while the app is closed, that cards are due. */
export const noticeSwitch = new DeviceSwitch('recite-notices', false);
