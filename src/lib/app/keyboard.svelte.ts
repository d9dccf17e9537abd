const KEY = 'recite-single-keys';

/** How the keyboard is used on this device. Not part of the journal: a phone and a desktop differ. */
class Keyboard {
  /**
   * Keys that write a character do something. Who dictates, or hits keys unawares, turns them off
   * (WCAG 2.2, 2.1.4).
   */
  single = $state(true);
  /** The sheet with all keys is open. */
  sheet = $state(false);

  load(): void {
    try {
      this.single = localStorage.getItem(KEY) !== 'off';
    } catch {
      // Refused: they work, as usual.
    }
  }

  setSingle(single: boolean): void {
    this.single = single;
    try {
      localStorage.setItem(KEY, single ? 'on' : 'off');
    } catch {
      // It then holds for this visit only.
    }
  }

  /** `?` opens the sheet, wherever it lies on this keyboard; in a field it is a question mark. */
  heard({ key, target }: KeyboardEvent): void {
    const writes = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select';
    const writing = target instanceof Element && target.matches(writes);
    if (key === '?' && this.single && !writing) this.sheet = true;
  }
}

export const keyboard = new Keyboard();
