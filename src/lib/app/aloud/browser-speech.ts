import { piecesOf } from './pieces.ts';
import type { Outcome, SpeechPort, Voice } from './speech.ts';

/** A voice that has not begun by then never does: iOS stays silent without a tap, for one. */
const BEGINS_WITHIN_MS = 6000;
/** Slower than any voice reads a letter. Chrome at times forgets to say that it has ended. */
const LETTER_MS = 160;
/** What is spoken at once after a cancel, some browsers cancel too. */
const AFTER_CANCEL_MS = 60;

/** The Web Speech API behind the port; null where the browser has none. */
export function browserSpeech(): SpeechPort | null {
  const synthesis = (window as Partial<Window>).speechSynthesis;
  if (!synthesis || typeof SpeechSynthesisUtterance !== 'function') return null;

  /** Held here, for Chrome collects utterances that nobody holds, and their events with them. */
  let speaking: SpeechSynthesisUtterance[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let watching: ReturnType<typeof setTimeout> | undefined;

  function silence(): void {
    clearTimeout(waiting);
    clearTimeout(watching);
    // To cancel makes them report an end or an error: nobody is to hear it.
    for (const utterance of speaking)
      utterance.onstart = utterance.onend = utterance.onerror = null;
    speaking = [];
    synthesis!.cancel();
  }

  return {
    voices: () => synthesis.getVoices().map(voiceOf),
    onvoices(changed) {
      synthesis.addEventListener('voiceschanged', changed);
      return () => synthesis.removeEventListener('voiceschanged', changed);
    },
    silence,
    speak(text, voice, rate, done) {
      const wasSpeaking = synthesis.speaking || synthesis.pending;
      silence();
      const end = (outcome: Outcome) => {
        silence();
        done(outcome);
      };
      const chosen = synthesis.getVoices().find((each) => voiceOf(each).id === voice.id) ?? null;
      speaking = piecesOf(text).map((piece) => {
        const utterance = new SpeechSynthesisUtterance(piece);
        utterance.voice = chosen;
        utterance.lang = voice.language;
        utterance.rate = rate;
        utterance.onerror = () => end('broken');
        return utterance;
      });
      const [first, last] = [speaking[0], speaking.at(-1)];
      if (!first || !last) return done('spoken');
      first.onstart = () => {
        clearTimeout(watching);
        watching = setTimeout(() => end('spoken'), 5000 + (text.length * LETTER_MS) / rate);
      };
      last.onend = () => end('spoken');
      const speak = () => {
        synthesis.resume();
        for (const utterance of speaking) synthesis.speak(utterance);
        watching = setTimeout(() => end('broken'), BEGINS_WITHIN_MS);
      };
      // At once where it can be: iOS wants the first one within the tap.
      if (wasSpeaking) waiting = setTimeout(speak, AFTER_CANCEL_MS);
      else speak();
    },
  };
}

function voiceOf({ voiceURI, name, lang, localService }: SpeechSynthesisVoice): Voice {
  // Android writes en_GB.
  const language = lang.replace('_', '-');
  return { id: `${voiceURI} ${name} ${language}`, name, language, local: localService };
}
