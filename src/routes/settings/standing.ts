import {
  badgeSwitch,
  display,
  keyboard,
  noticeSwitch,
  type Recite,
  type SettingsEditor,
} from '$lib/app/index.ts';
import { dayName, type Part, type PartGroup } from '$lib/ui/index.ts';
import { locale, percent, t } from '$lib/language/index.ts';
import { LANGUAGE_WORDS, THEME_WORDS } from './look-words.ts';

/** Places within a part that addresses lead to. */
export const WITHIN = { breaks: 'days' } as const;

/**
 * The parts of Settings, each with how it stands, so that nobody has to open it to know.
 *
 * @param installable it can be put on the home screen, or just was
 */
export function standing(
  recite: Recite,
  settings: SettingsEditor['shown'],
  installable: boolean,
): PartGroup[] {
  const look: PartGroup = { parts: [{ id: 'look', label: t('Look'), words: lookWords() }] };
  const studying: PartGroup = { title: t('How you study'), parts: studyParts(recite, settings) };
  const device: PartGroup = { title: t('On this device'), parts: deviceParts(recite, installable) };
  return recite.status === 'ready' ? [look, studying, device] : [look, device];
}

function lookWords(): string {
  const spoken = locale() === 'es' ? 'es' : 'en';
  const language = LANGUAGE_WORDS.find(({ value }) => value === spoken);
  const theme = THEME_WORDS.find(({ value }) => value === display.theme);
  return [language, theme].flatMap((words) => words?.label ?? []).join(' · ');
}

function studyParts(recite: Recite, settings: SettingsEditor['shown']): Part[] {
  const today = recite.moment().day;
  const { exam } = settings;
  const ahead = exam !== null && exam.bank === recite.bank.id && exam.day > today ? exam : null;
  const restful =
    settings.easyDays.some((kind) => kind !== 'normal') ||
    settings.breaks.some(({ to }) => to >= today);
  return [
    {
      id: 'amount',
      label: t('How much a day'),
      words: t(
        '{0} new, {1} reviews, at {2}',
        settings.newPerDay,
        settings.reviewsPerDay,
        percent(settings.desiredRetention),
      ),
    },
    {
      id: 'order',
      label: t('Order and grades'),
      words:
        settings.newOrder === 'text'
          ? t('As in the text; {0} grades', settings.buttons)
          : t('Mixed; {0} grades', settings.buttons),
    },
    {
      id: 'days',
      label: t('Easy days and breaks'),
      words: restful ? t('Some days are easier or free') : t('All days alike'),
    },
    {
      id: 'exam',
      label: t('Exam'),
      words: ahead
        ? t('{0} by {1}', percent(ahead.target), dayName(ahead.day, 'long'))
        : t('None is set'),
    },
    {
      id: 'quizzes',
      label: t('Quizzes'),
      words: settings.quizCounts ? t('Count for the schedule') : t('Do not count'),
    },
    {
      id: 'memory',
      label: t('Your memory, measured'),
      words: settings.parameters === null ? t('As for most people') : t('Fitted to you'),
    },
  ];
}

function deviceParts(recite: Recite, installable: boolean): Part[] {
  const reminded = badgeSwitch.on || noticeSwitch.on;
  const parts: Part[] = [
    {
      id: 'keyboard',
      label: t('Keyboard'),
      words: keyboard.single ? t('Single-key shortcuts') : t('No single-key shortcuts'),
    },
    { id: 'storage', label: t('Storage'), words: t('Space used, and whether it is kept') },
    { id: 'about', label: t('About'), words: t('Version, privacy, licence') },
  ];
  if (recite.status !== 'ready') return parts;
  const home: Part = {
    id: 'home',
    label: t('On your home screen'),
    words: t('Like an app, also without a network'),
  };
  return [
    {
      id: 'reminders',
      label: t('Reminders'),
      words: reminded ? t('On') : t('Off'),
    },
    ...(installable ? [home] : []),
    ...parts,
  ];
}
