/**
 * Within a tap: iOS lets a page speak only if its first words come in the tap itself, and what reads
 * aloud may have to be loaded first. So the first words are none.
 */
export function primeSpeech(): void {
  const { speechSynthesis } = window as Partial<Window>;
  if (typeof SpeechSynthesisUtterance !== 'function') return;
  speechSynthesis?.speak(new SpeechSynthesisUtterance(''));
}
