import { DeviceSwitch } from './device-switch.svelte.ts';

/** How the keyboard is used on this device. */
class Keyboard {
  readonly #single = new DeviceSwitch('recite-single-keys', true);
  /** The sheet with all keys is open. */
  sheet = $state(false);

  /**
   * Keys that write a character do something. Who dictates, or hits keys unawares, turns them off
   * (WCAG 2.2, 2.1.4).
   */
  get single(): boolean {
    return this.#single.on;
  }

  load(): void {
    this.#single.load();
  }

  setSingle(single: boolean): void {
    this.#single.set(single);
  }

  /** `?` opens the sheet, wherever it lies on this keyboard; in a field it is a question mark. */
  heard({ key, target }: KeyboardEvent): void {
    const writes = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select';
    const writing = target instanceof Element && target.matches(writes);
    if (key === '?' && this.single && !writing) this.sheet = true;
  }
}

export const keyboard = new Keyboard();
