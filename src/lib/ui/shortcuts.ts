import { BOARD_KEYS, HOST_KEYS } from './classroom/host-keys.ts';
import { GRID_KEYS, ORDER_KEYS, SEARCH_KEYS, SHEET_KEYS, TABLE_KEYS } from './keys.ts';
import { QUIZ_KEYS } from './quiz-keys.ts';
import { STUDY_KEYS } from './study-keys.ts';
import { t } from '../language/index.ts';

/** What some keys do, each of them alone. */
export interface Shortcut {
  /** As `aria-keyshortcuts` names them; the space bar as a space. */
  readonly keys: readonly string[];
  readonly does: string;
}

export interface ShortcutScreen {
  /** Where they work; null: everywhere. */
  readonly path: string | null;
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** Every key of Recite. The keys are those that the screens themselves listen for. */
export const SHORTCUTS: readonly ShortcutScreen[] = [
  {
    path: '/study',
    title: t('Study'),
    shortcuts: [
      { keys: STUDY_KEYS.show, does: t('Show the answer') },
      {
        keys: STUDY_KEYS.grade,
        does: t('Grade: Again, Hard, Good, Easy. With two buttons, 1 is Again and 2 is Good.'),
      },
      { keys: STUDY_KEYS.good, does: t('Once the answer shows: Good') },
      { keys: STUDY_KEYS.undo, does: t('Take the last grade back') },
    ],
  },
  {
    path: '/quiz',
    title: t('Quiz'),
    shortcuts: [
      { keys: QUIZ_KEYS.option, does: t('Choose an option by its place') },
      { keys: QUIZ_KEYS.letter, does: t('The same, by its letter') },
      { keys: QUIZ_KEYS.truth, does: t('True or False') },
      { keys: QUIZ_KEYS.proceed, does: t('Check, and on to the next question') },
      {
        keys: [...ORDER_KEYS.up, ...ORDER_KEYS.down],
        does: t('On a line’s number: move the line'),
      },
    ],
  },
  {
    path: '/host',
    title: t('Lead a class'),
    shortcuts: [
      { keys: HOST_KEYS.next, does: t('What the large button says') },
      { keys: HOST_KEYS.pause, does: t('Pause, and go on') },
      { keys: HOST_KEYS.discuss, does: t('Let the class discuss, to vote again') },
      { keys: HOST_KEYS.skip, does: t('Skip the question') },
      { keys: HOST_KEYS.lock, does: t('Lock the room, and unlock it') },
    ],
  },
  {
    path: '/board',
    title: t('Board'),
    shortcuts: [{ keys: BOARD_KEYS.full, does: t('Full screen') }],
  },
  {
    path: '/read',
    title: t('Read: in the search field'),
    shortcuts: [
      { keys: SEARCH_KEYS.next, does: t('Next place found') },
      { keys: SEARCH_KEYS.previous, does: t('Place before it') },
      { keys: SEARCH_KEYS.close, does: t('End the search') },
    ],
  },
  {
    path: '/cards',
    title: t('Cards: in the table'),
    shortcuts: [
      { keys: [...TABLE_KEYS.up, ...TABLE_KEYS.down], does: t('From row to row') },
      { keys: [...TABLE_KEYS.chooseUp, ...TABLE_KEYS.chooseDown], does: t('Select on the way') },
      { keys: TABLE_KEYS.all, does: t('Select all') },
      { keys: TABLE_KEYS.none, does: t('Select none') },
    ],
  },
  {
    path: '/class/record',
    title: t('Answers of a class: in the table'),
    shortcuts: [
      { keys: [...GRID_KEYS.row, ...GRID_KEYS.column], does: t('From answer to answer') },
      { keys: GRID_KEYS.ends, does: t('To the name, and to the last question') },
    ],
  },
  {
    path: '/class/typed',
    title: t('Type in answer sheets'),
    shortcuts: [
      { keys: SHEET_KEYS.next, does: t('Next sheet') },
      { keys: SHEET_KEYS.previous, does: t('Sheet before it') },
    ],
  },
  {
    path: null,
    title: t('Everywhere'),
    shortcuts: [
      { keys: ['?'], does: t('This list') },
      { keys: ['Tab'], does: t('To the next control; with Shift, to the one before') },
      { keys: ['Escape'], does: t('Close what is open on top') },
    ],
  },
];

/** The keys of this screen first, then those that work everywhere, then the others. */
export function shortcutsFor(path: string): readonly ShortcutScreen[] {
  const rank = (screen: ShortcutScreen) => {
    if (screen.path === null) return 1;
    return screen.path === path ? 0 : 2;
  };
  return [...SHORTCUTS].sort((a, b) => rank(a) - rank(b));
}

/** Keys for the eye: neighbours such as 1 to 9 as a span. */
export function keySpans(keys: readonly string[]): readonly (readonly [string, string?])[] {
  const follows = keys.every(
    (key, at) => key.length === 1 && key.charCodeAt(0) === keys[0]!.charCodeAt(0) + at,
  );
  if (keys.length > 2 && follows) return [[keys[0]!, keys.at(-1)!]];
  return keys.map((key) => [key] as const);
}

const WORDS: Readonly<Record<string, string>> = {
  ' ': t('Space'),
  ArrowUp: t('Up'),
  ArrowDown: t('Down'),
  ArrowLeft: t('Left arrow'),
  ArrowRight: t('Right arrow'),
  PageDown: t('Page down'),
  Home: t('Home'),
  End: t('End'),
  Control: t('Ctrl'),
  Shift: t('Shift'),
  Meta: '⌘',
  Escape: t('Esc'),
};

/** What stands on the keys of one shortcut: `['Shift', 'Up']`. */
export function keyCaps(key: string): readonly string[] {
  return key === ' ' ? [WORDS[key]!] : key.split('+').map((part) => WORDS[part] ?? part);
}
