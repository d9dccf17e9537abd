import { keep, kept } from './kept.ts';

/** How the app looks on this device. Not part of the journal: a phone and a desktop differ. */
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];
export const TEXT_SIZES = ['smaller', 'normal', 'larger', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
export const LINE_LENGTHS = ['narrow', 'normal', 'wide'] as const;
export type LineLength = (typeof LINE_LENGTHS)[number];
/** The languages that the app speaks. */
export type AppLanguage = 'en' | 'es';

/** `src/first-paint.js` reads the same key before the first paint. */
const KEY = 'recite-display';

interface Stored {
  theme?: Theme;
  textSize?: TextSize;
  line?: LineLength;
  language?: AppLanguage;
}

class Display {
  theme = $state<Theme>('system');
  textSize = $state<TextSize>('normal');
  line = $state<LineLength>('normal');
  /** Null where none was chosen: then the browser's is spoken. */
  language = $state<AppLanguage | null>(null);

  load(): void {
    const stored = (kept(KEY) ?? {}) as Stored;
    if (THEMES.includes(stored.theme!)) this.theme = stored.theme!;
    if (TEXT_SIZES.includes(stored.textSize!)) this.textSize = stored.textSize!;
    if (LINE_LENGTHS.includes(stored.line!)) this.line = stored.line!;
    if (stored.language !== undefined) this.language = stored.language;
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.#apply();
  }

  setTextSize(textSize: TextSize): void {
    this.textSize = textSize;
    this.#apply();
  }

  setLine(line: LineLength): void {
    this.line = line;
    this.#apply();
  }

  /** Starts the page anew, in the language. */
  setLanguage(language: AppLanguage): void {
    this.language = language;
    this.#apply();
    location.reload();
  }

  #apply(): void {
    const { dataset } = document.documentElement;
    const stored: Stored = {};
    if (this.theme === 'system') delete dataset.theme;
    else stored.theme = dataset.theme = this.theme;
    if (this.textSize === 'normal') delete dataset.textSize;
    else stored.textSize = dataset.textSize = this.textSize;
    if (this.line === 'normal') delete dataset.line;
    else stored.line = dataset.line = this.line;
    if (this.language !== null) stored.language = this.language;
    keep(KEY, stored);
  }
}

export const display = new Display();
