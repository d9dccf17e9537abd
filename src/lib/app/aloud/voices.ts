import type { Voice } from './speech.ts';

/**
 * The voices for a language: those of the device first, and among these the ones of its own region.
 *
 * @param language of the document, e.g. `en`
 * @param preferred of the reader, e.g. `en-GB`
 */
export function voicesFor(voices: readonly Voice[], language: string, preferred: string): Voice[] {
  const own = voices.filter((voice) => primary(voice.language) === primary(language));
  const isRegional = (voice: Voice) => voice.language === preferred || voice.language === language;
  return own.toSorted(
    (one, other) =>
      Number(other.local) - Number(one.local) ||
      Number(isRegional(other)) - Number(isRegional(one)) ||
      one.name.localeCompare(other.name),
  );
}

/**
 * The voice that reads: the one that was chosen, if it is there, else the first of the device. One
 * that sends the text to a server reads only where it was chosen.
 *
 * @param voices as `voicesFor` gives them
 */
export function voiceAmong(voices: readonly Voice[], chosen: string | null): Voice | null {
  return voices.find(({ id }) => id === chosen) ?? voices.find(({ local }) => local) ?? null;
}

function primary(language: string): string {
  return language.split('-', 1)[0]!.toLowerCase();
}
