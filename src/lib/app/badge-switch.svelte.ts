/** Whether the app's icon is to say how many cards are due, on this device. Off until asked for. */
const KEY = 'recite-badge';

class BadgeSwitch {
  on = $state(false);

  load(): void {
    try {
      this.on = localStorage.getItem(KEY) === 'on';
    } catch {
      // Refused: it stays off.
    }
  }

  set(on: boolean): void {
    this.on = on;
    try {
      localStorage.setItem(KEY, on ? 'on' : 'off');
    } catch {
      // It then holds for this visit only.
    }
  }
}

export const badgeSwitch = new BadgeSwitch();
