/** Short enough to be felt as a click, not as an alarm; milliseconds. */
const CLICK = 8;

/** Lets the device be felt, where it can be: phones with Android; iPhones have no such interface. */
export function click(): void {
  // Who asked for less motion is not shaken either.
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  // The types promise it everywhere.
  (navigator as Partial<Navigator>).vibrate?.(CLICK);
}
