import type { AppLanguage, Theme } from '$lib/app/index.ts';
import { t } from '$lib/language/index.ts';

/** The themes there are to choose from. */
export const THEME_WORDS: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: t('As the device') },
  { value: 'light', label: t('Light') },
  { value: 'dark', label: t('Dark') },
  { value: 'contrast', label: t('High contrast') },
];

/** Each in itself, so that who reads only that one finds it. */
export const LANGUAGE_WORDS: readonly { value: AppLanguage; label: string; lang: string }[] = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'es', label: 'Español', lang: 'es' },
];
