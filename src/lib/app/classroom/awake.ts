/**
 * Keeps the screen on while a class looks at it, where the browser can: it can not on pages served by
 * plain http to another machine.
 *
 * @returns lets it sleep again
 */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let ended = false;
  const take = async () => {
    // Not in every browser, whatever the types say.
    if (document.hidden || ended || !('wakeLock' in navigator)) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (ended) await lock.release();
    } catch {
      // Refused, as by a battery that is low.
    }
  };
  const again = () => void take();
  // The browser lets go of it whenever the page is hidden.
  document.addEventListener('visibilitychange', again);
  void take();
  return () => {
    ended = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release().catch(() => undefined);
  };
}
