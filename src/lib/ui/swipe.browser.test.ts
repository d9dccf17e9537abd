import { beforeEach, expect, test, vi } from 'vitest';
import { swipe } from './swipe.ts';

let element: HTMLElement;
let onswipe: ReturnType<typeof vi.fn<(direction: -1 | 1) => void>>;
let onmove: ReturnType<typeof vi.fn<(progress: number) => void>>;
let detach: () => void;

beforeEach(() => {
  element = document.createElement('div');
  document.body.replaceChildren(element);
  onswipe = vi.fn();
  onmove = vi.fn();
  detach = swipe(onswipe, onmove)(element) as () => void;
});

type Kind = 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel';

function send(kind: Kind, x: number, y = 100, more: PointerEventInit = {}): void {
  const finger = { pointerType: 'touch', pointerId: 1, isPrimary: true };
  element.dispatchEvent(new PointerEvent(kind, { clientX: x, clientY: y, ...finger, ...more }));
}

function drag(...across: number[]): void {
  send('pointerdown', 100);
  for (const x of across) send('pointermove', x);
}

test('far enough to the right or to the left is a swipe', () => {
  drag(130, 180);
  send('pointerup', 180);
  drag(60, 20);
  send('pointerup', 20);
  expect(onswipe.mock.calls).toEqual([[1], [-1]]);
});

test('says how far along the way it is, and when it is over', () => {
  drag(105, 136, 172, 300);
  send('pointerup', 300);
  expect(onmove.mock.calls).toEqual([[0.5], [1], [1], [0]]);
});

test('not far enough, or brought back, is none', () => {
  drag(150);
  send('pointerup', 150);
  drag(200, 110);
  send('pointerup', 110);
  expect(onswipe).not.toHaveBeenCalled();
  expect(onmove).toHaveBeenLastCalledWith(0);
});

test('down the page is scrolling, whatever comes after', () => {
  send('pointerdown', 100);
  send('pointermove', 104, 140);
  send('pointermove', 250, 140);
  send('pointerup', 250, 140);
  expect(onswipe).not.toHaveBeenCalled();
});

test('that the browser takes over is none', () => {
  drag(150, 190);
  send('pointercancel', 190);
  send('pointerup', 190);
  expect(onswipe).not.toHaveBeenCalled();
  expect(onmove).toHaveBeenLastCalledWith(0);
});

test('is for one finger: not for a mouse, nor for a second finger', () => {
  send('pointerdown', 100, 100, { pointerType: 'mouse' });
  send('pointermove', 200, 100, { pointerType: 'mouse' });
  send('pointerup', 200, 100, { pointerType: 'mouse' });
  drag(110);
  send('pointerdown', 100, 100, { pointerId: 2, isPrimary: false });
  send('pointermove', 300, 100, { pointerId: 2, isPrimary: false });
  send('pointerup', 300, 100, { pointerId: 2, isPrimary: false });
  send('pointerup', 110);
  expect(onswipe).not.toHaveBeenCalled();
});

test('ends with its element', () => {
  detach();
  drag(200);
  send('pointerup', 200);
  expect(onmove).not.toHaveBeenCalled();
  expect(onswipe).not.toHaveBeenCalled();
});
