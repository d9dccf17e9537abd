let audio: AudioContext | null = null;

/** Milliseconds. */
const BEEP = 120;
const FELT = 60;

/**
 * Says without looking that something was read: a tone and a push; a low tone where it had been read
 * before, or could not be taken.
 */
export function signal(kind: 'new' | 'again' | 'refused'): void {
  (navigator as Partial<Navigator>).vibrate?.(kind === 'new' ? FELT : [FELT, FELT, FELT]);
  try {
    audio ??= new AudioContext();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = kind === 'new' ? 1320 : kind === 'again' ? 660 : 330;
    volume.gain.value = 0.08;
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + BEEP / 1000);
  } catch {
    // Without sound, the screen says it.
  }
}
