import type { Page } from '@playwright/test';

declare global {
  interface Window {
    speech: { said: string[]; finish: () => void };
  }
}

/**
 * A voice for a browser that has none, as headless ones: it says nothing, ends when it is told to,
 * and reports late what was cancelled, as real ones do. Before the page is opened.
 */
export async function giveVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const voice = (name: string, localService: boolean) => ({
      ...{ voiceURI: name, name, lang: 'en-GB', localService, default: false },
    });
    class Utterance extends EventTarget {
      rate = 1;
      onstart: (() => void) | null = null;
      onend: (() => void) | null = null;
      onerror: (() => void) | null = null;
      readonly text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    const said: string[] = [];
    let queue: Utterance[] = [];
    const synthesis = Object.assign(new EventTarget(), {
      speaking: false,
      pending: false,
      getVoices: () => [voice('Faraway', false), voice('Nearby', true)],
      resume: () => undefined,
      cancel() {
        const cancelled = queue;
        queue = [];
        setTimeout(() => cancelled.forEach((utterance) => utterance.onerror?.()));
      },
      speak(utterance: Utterance) {
        if (utterance.text === '') return;
        said.push(utterance.text);
        queue.push(utterance);
        queueMicrotask(() => utterance.onstart?.());
      },
    });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    const finish = () => {
      const spoken = queue;
      queue = [];
      for (const utterance of spoken) utterance.onend?.();
    };
    window.speech = { said, finish };
  });
}

/** All that was said, in one. */
export function said(page: Page): Promise<string> {
  return page.evaluate(() => window.speech.said.join(''));
}

/** What is being said comes to its end. */
export function finishSpeaking(page: Page): Promise<void> {
  return page.evaluate(() => window.speech.finish());
}
