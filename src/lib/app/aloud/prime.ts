/**
 * Within a tap: iOS lets a page speak only if its first words come in the tap itself, and what reads
 * aloud may have to be loaded first. So the first words are none.
 *
 * @returns true: from here on, it may speak
 */
export function primeSpeech(): true {
  const { speechSynthesis } = window as Partial<Window>;
  if (typeof SpeechSynthesisUtterance === 'function') {
    speechSynthesis?.speak(new SpeechSynthesisUtterance(''));
  }
  return true;
}
