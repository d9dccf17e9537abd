import type { Attachment } from 'svelte/attachments';

/** Pixels of travel after which letting go counts. */
const ENOUGH = 72;
/** Pixels before we know which way the finger goes. */
const SLACK = 12;

/**
 * Follows a finger sideways and reports a swipe when it lets go far enough. Up and down stay the
 * page's own scrolling (`touch-action: pan-y`), and a mouse selects text as ever.
 *
 * @param onswipe −1 to the left, +1 to the right
 * @param onmove how far along the way, −1 to +1; 0 when it is over
 */
export function swipe(
  onswipe: (direction: -1 | 1) => void,
  onmove: (progress: number) => void,
): Attachment<HTMLElement> {
  return (element) => {
    let start: { id: number; x: number; y: number } | null = null;
    let sideways = false;

    const end = () => {
      start = null;
      sideways = false;
      onmove(0);
    };
    const down = (event: PointerEvent) => {
      if (event.pointerType === 'mouse' || !event.isPrimary) return;
      start = { id: event.pointerId, x: event.clientX, y: event.clientY };
    };
    const move = (event: PointerEvent) => {
      if (start?.id !== event.pointerId) return;
      const across = event.clientX - start.x;
      if (!sideways) {
        if (Math.abs(event.clientY - start.y) > SLACK) return end();
        if (Math.abs(across) < SLACK) return;
        sideways = true;
      }
      onmove(Math.max(-1, Math.min(1, across / ENOUGH)));
    };
    const up = (event: PointerEvent) => {
      if (start?.id !== event.pointerId) return;
      const across = event.clientX - start.x;
      const swiped = sideways && Math.abs(across) >= ENOUGH;
      end();
      if (swiped) onswipe(across < 0 ? -1 : 1);
    };

    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', end);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', end);
    };
  };
}
