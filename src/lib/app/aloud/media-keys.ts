/** What the keys for music do, on a keyboard, a headset or the lock screen. */
export interface MediaKeys {
  readonly title: string;
  readonly artist: string;
  readonly play: () => void;
  readonly pause: () => void;
  readonly next: () => void;
  readonly previous: () => void;
}

const KEYS = ['play', 'pause', 'nexttrack', 'previoustrack'] as const;

/**
 * Takes the media keys. Where the browser counts speech as playing, they come by the media session;
 * where it does not, a keyboard's come as keys.
 *
 * @returns gives them back
 */
export function takeMediaKeys(keys: MediaKeys, isPlaying: () => boolean): () => void {
  const actions = {
    play: keys.play,
    pause: keys.pause,
    nexttrack: keys.next,
    previoustrack: keys.previous,
  };
  const { mediaSession } = navigator as Partial<Navigator>;
  if (mediaSession && typeof MediaMetadata === 'function') {
    mediaSession.metadata = new MediaMetadata({ title: keys.title, artist: keys.artist });
    for (const key of KEYS) mediaSession.setActionHandler(key, actions[key]);
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'MediaPlayPause') (isPlaying() ? keys.pause : keys.play)();
    else if (event.key === 'MediaTrackNext') keys.next();
    else if (event.key === 'MediaTrackPrevious') keys.previous();
    else return;
    event.preventDefault();
  };
  window.addEventListener('keydown', pressed);
  return () => {
    window.removeEventListener('keydown', pressed);
    if (!mediaSession) return;
    mediaSession.metadata = null;
    for (const key of KEYS) mediaSession.setActionHandler(key, null);
  };
}
