import { describe, expect, it } from 'vitest';
import { BOARD_KEYS, HOST_KEYS } from './classroom/host-keys.ts';
import { GRID_KEYS, ORDER_KEYS, pressed, SEARCH_KEYS, SHEET_KEYS, TABLE_KEYS } from './keys.ts';
import { keysOfOptions, optionForKey, QUIZ_KEYS } from './quiz-keys.ts';
import { keyCaps, keySpans, SHORTCUTS, shortcutsFor } from './shortcuts.ts';
import { STUDY_KEYS } from './study-keys.ts';

const listed = (path: string | null) =>
  SHORTCUTS.filter((screen) => screen.path === path).flatMap(({ shortcuts }) =>
    shortcuts.flatMap(({ keys }) => keys),
  );

describe('the list of keys', () => {
  it.each([
    ['/study', [STUDY_KEYS]],
    ['/quiz', [QUIZ_KEYS, ORDER_KEYS]],
    ['/read', [SEARCH_KEYS]],
    ['/cards', [TABLE_KEYS]],
    ['/host', [HOST_KEYS]],
    ['/board', [BOARD_KEYS]],
    ['/class/record', [GRID_KEYS]],
    ['/class/typed', [SHEET_KEYS]],
  ] as const)('of %s has every key that it listens for, and no other', (path, tables) => {
    const heard = tables.flatMap((table) => Object.values(table).flat());
    expect(new Set(listed(path))).toEqual(new Set(heard));
  });

  it('begins with this screen, then says what works everywhere', () => {
    const titles = shortcutsFor('/quiz').map(({ title }) => title);
    expect(titles.slice(0, 2)).toEqual(['Quiz', 'Everywhere']);
    expect(titles).toHaveLength(SHORTCUTS.length);
    expect(shortcutsFor('/progress')[0]?.title).toBe('Everywhere');
  });

  it('shows neighbours as a span, and what stands on a key', () => {
    expect(keySpans(['1', '2', '3', '4'])).toEqual([['1', '4']]);
    expect(keySpans(['t', 'f'])).toEqual([['t'], ['f']]);
    expect(keyCaps(' ')).toEqual(['Space']);
    expect(keyCaps('Shift+ArrowUp')).toEqual(['Shift', 'Up']);
    const caps = SHORTCUTS.flatMap(({ shortcuts }) =>
      shortcuts.flatMap(({ keys }) => keys.flatMap(keyCaps)),
    );
    // No name of a key that only programs know.
    expect(caps.filter((cap) => /^(Arrow|Page[A-Z])/.test(cap))).toEqual([]);
  });
});

it.each([[['True', 'False']], [['Milenio', 'Guadalajara', 'Los Zetas', 'Gulf']]])(
  'the keys that an option of %j names take it',
  (options) => {
    for (const [place, keys] of keysOfOptions(options).entries()) {
      for (const key of keys.split(' ')) expect(optionForKey(key, options)).toBe(place);
    }
    expect(keysOfOptions(options)).toHaveLength(options.length);
  },
);

it('names what was pressed as aria-keyshortcuts does', () => {
  const held = { ctrlKey: false, metaKey: false, shiftKey: false };
  expect(pressed({ ...held, key: 'Enter', shiftKey: true })).toBe('Shift+Enter');
  expect(pressed({ ...held, key: 'a', ctrlKey: true })).toBe('Control+a');
});
