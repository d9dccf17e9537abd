import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../primitives/index.ts';
import type { Bank } from '../bank/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { CardBrowser, openBrowser, searchOf } from './cards.svelte.ts';
import { read, World } from './fixture.ts';
import type { Recite } from './recite.svelte.ts';
import { lastUndoable, takeBack } from './undo.ts';

let world: World;
let recite: Recite;
let browser: CardBrowser;

async function open(bank: Bank): Promise<void> {
  world = new World(bank);
  recite = await world.open();
  browser = new CardBrowser(recite);
  await browser.load();
}

beforeEach(() => open(smallBank()));

const id = (question: string) => `velm/${question}`;
const shown = () => browser.found.map(({ card }) => card.replace('velm/', ''));
const search = (text: string) => {
  browser.text = text;
  return shown();
};

async function answer(question: string, rating: 1 | 2 | 3 | 4): Promise<void> {
  const review = { kind: 'review', card: id(question), rating, duration: 1000 } as const;
  read(await recite.record(review));
  await browser.load();
}

describe('the list', () => {
  test('has every card, in the order of the text', () => {
    expect(browser.ready).toBe(true);
    expect(browser.found).toHaveLength(recite.bank.questions.length);
    const places = browser.found.map(({ question }) => question.cites[0].paragraph);
    expect(places).toEqual([...places].sort());
    expect(browser.found[0]).toMatchObject({ phase: 'new', recall: null, level: null });
  });

  test('finds words, states and figures', async () => {
    await answer('founder', 4);
    expect(search('odo BRAND')).toContain('founder');
    expect(search('is:review')).toEqual(['founder']);
    expect(search('is:review -odo')).toEqual([]);
    expect(search('due<99')).toEqual(['founder']);
    world.pass(99 * DAY_MS);
    await browser.load();
    expect(search('is:due recall<99')).toEqual(['founder']);
  });

  test('is not emptied by a slip, which is told', () => {
    expect(search('is:nonsense')).toHaveLength(recite.bank.questions.length);
    expect(browser.search.slips[0]!.message).toContain('There is no “is:nonsense”');
  });

  test('turns around when the same order is asked for again', async () => {
    await answer('fleet', 4);
    browser.sort('recall');
    expect(shown()[0]).toBe('fleet');
    await answer('founder', 1);
    browser.sort('recall');
    expect(browser.order).toEqual({ by: 'recall', down: true });
    browser.sort('lapses');
    expect(browser.order).toEqual({ by: 'lapses', down: false });
  });

  test('follows the controls, which follow the search', () => {
    const { id: section } = browser.sections[0]!;
    browser.setFilter('section', section);
    expect(browser.text).toBe(`section:${section}`);
    browser.setFilter('state', 'new');
    browser.setFilter('flagged', 'flagged');
    expect(browser.filters).toMatchObject({ section, state: 'new', flagged: 'flagged', type: '' });
    browser.setFilter('section', '');
    expect(browser.text).toBe('is:new is:flagged');
  });

  test('says why it cannot be read', async () => {
    const other = new CardBrowser(recite);
    recite.store.cards = () => Promise.resolve({ ok: false, error: FAILURES.failed });
    await other.load();
    expect(other.failure).toEqual(FAILURES.failed);
    expect(other.ready).toBe(false);
  });

  test('is found again as it was left', () => {
    expect(openBrowser(recite)).toBe(openBrowser(recite));
  });

  test('reads an address', () => {
    expect(searchOf(new URLSearchParams('q=is%3Adue&sort=recall&down'))).toEqual({
      text: 'is:due',
      order: { by: 'recall', down: true },
    });
    expect(searchOf(new URLSearchParams('sort=colour'))).toEqual({
      text: '',
      order: { by: 'text', down: false },
    });
  });
});

describe('choosing', () => {
  test('one by one, from one to another, all, none', () => {
    const [first, second, third, fourth] = browser.found.map(({ card }) => card);
    browser.select(second!, true);
    browser.selectTo(fourth!);
    expect(browser.chosen.map(({ card }) => card)).toEqual([second, third, fourth]);
    browser.selectTo(first!);
    expect(browser.chosen).toHaveLength(4);
    browser.select(third!, false);
    expect(browser.isSelected(third!)).toBe(false);
    browser.selectAll();
    expect(browser.chosen).toHaveLength(browser.found.length);
    browser.selectNone();
    expect(browser.chosen).toEqual([]);
  });

  test('touches nothing that is not found', async () => {
    browser.selectAll();
    search('odo brand');
    const found = browser.found.length;
    expect(browser.chosen).toHaveLength(found);
    await browser.act({ kind: 'suspend' });
    expect(await world.events('suspend')).toHaveLength(found);
  });
});

describe('doing something to many cards', () => {
  const choose = (text: string) => {
    search(text);
    browser.selectAll();
  };

  test.each([
    ['suspend', 'is:suspended', 'suspended'],
    ['bury', 'is:buried', 'buried until tomorrow'],
    ['flag', 'is:flagged', 'flagged'],
  ] as const)('%s, and take it back at one stroke', async (kind, term, words) => {
    const all = recite.bank.questions.length;
    choose('');
    await browser.act({ kind });
    expect(browser.done!.words).toBe(`${all} cards ${words}.`);
    expect(search(term)).toHaveLength(all);
    await browser.undo();
    expect(search(term)).toEqual([]);
    const undos = await world.events('undo');
    expect(new Set(undos.map(({ batch }) => batch)).size).toBe(1);
    expect(undos).toHaveLength(all);
    // What was taken back is not taken back again.
    await browser.undo();
    expect(await world.events('undo')).toHaveLength(browser.done!.events.length + all);
  });

  test('words a card anew, here and everywhere, and takes that back', async () => {
    const card = id('founder');
    const question = () => browser.card(card)!.question;
    const before = question();
    const changes = { prompt: 'Who put up the first house?' };
    await browser.act({ kind: 'edit', changes }, [browser.card(card)!]);
    expect(browser.done!.words).toBe('1 card worded anew.');
    expect(question().prompt).toBe(changes.prompt);
    expect(recite.questionOf(card)!.prompt).toBe(changes.prompt);
    expect(search('first house')).toEqual(['founder']);
    await browser.undo();
    expect(question()).toEqual(before);
    expect(recite.questionOf(card)).toEqual(before);
    expect(search('first house')).toEqual([]);
  });

  test('shows the bank’s words again where another screen has taken words back', async () => {
    const card = id('founder');
    const changes = { prompt: 'Who put up the first house?' };
    read(await recite.record({ kind: 'edit', card, changes }));
    await browser.refresh();
    expect(browser.card(card)).toMatchObject({ wording: changes, question: changes });
    world.pass(1000);
    read(await takeBack(recite, (await lastUndoable(world.store))!));
    await browser.refresh();
    expect(browser.card(card)).not.toHaveProperty('wording');
    expect(browser.card(card)!.question).toEqual(recite.originalOf(card));
  });

  test('writes one batch, and nothing where a card is so already', async () => {
    choose('section:history');
    await browser.act({ kind: 'flag' });
    const before = browser.found.length;
    choose('');
    await browser.act({ kind: 'flag' });
    const rest = recite.bank.questions.length - before;
    expect(browser.done!.words).toBe(`${rest} cards flagged; ${before} were flagged already.`);
    const flags = await world.events('flag');
    expect(flags).toHaveLength(recite.bank.questions.length);
    expect(new Set(flags.map(({ batch }) => batch)).size).toBe(2);
  });

  test('resumes what was suspended and what was buried, and unflags', async () => {
    choose('odo brand');
    await browser.act({ kind: 'bury' });
    await browser.act({ kind: 'resume' });
    expect(search('is:buried')).toEqual([]);
    choose('odo brand');
    await browser.act({ kind: 'suspend' });
    await browser.act({ kind: 'resume' });
    expect(search('is:suspended')).toEqual([]);
    choose('odo brand');
    await browser.act({ kind: 'flag' });
    await browser.act({ kind: 'unflag' });
    expect(search('is:flagged')).toEqual([]);
  });

  test('tags and untags; the tag can be searched at once', async () => {
    choose('odo brand');
    await browser.act({ kind: 'tag', add: ['exam'], remove: [] });
    expect(browser.ownTags).toEqual(['exam']);
    expect(search('tag:exam')).toEqual(search('odo brand'));
    await browser.act({ kind: 'tag', add: [], remove: ['exam'] });
    expect(browser.done!.words).toContain('untagged.');
    expect(browser.ownTags).toEqual([]);
  });

  test('starts over what was answered; undo brings the memory back', async () => {
    await answer('founder', 4);
    const before = browser.card(id('founder'));
    choose('');
    await browser.act({ kind: 'reset' });
    expect(browser.done!.words).toMatch(/^1 card started over; \d+ were new already\.$/);
    expect(browser.card(id('founder'))!.phase).toBe('new');
    await browser.undo();
    expect(browser.card(id('founder'))).toEqual(before);
  });

  test('says what stopped it, keeps the rest, and goes on where it stopped', async () => {
    choose('');
    world.refusal = FAILURES.full;
    await browser.act({ kind: 'suspend' });
    expect(browser.failure).toEqual(FAILURES.full);
    expect(browser.work).toMatchObject({ written: 0 });
    expect(browser.done).toBeNull();
    world.refusal = null;
    await browser.tryAgain();
    expect(browser.failure).toBeNull();
    expect(browser.work).toBeNull();
    expect(search('is:suspended')).toHaveLength(recite.bank.questions.length);
    await browser.tryAgain();
    expect(await world.events('suspend')).toHaveLength(recite.bank.questions.length);
  });

  test('does one thing at a time', async () => {
    choose('');
    let release = () => {};
    world.gate = new Promise((resolve) => (release = resolve));
    const first = browser.act({ kind: 'suspend' });
    expect(browser.writing).toBe(true);
    await browser.act({ kind: 'flag' });
    release();
    await first;
    expect(browser.writing).toBe(false);
    expect(await world.events('flag')).toEqual([]);
  });
});

describe('ten thousand cards', () => {
  const COUNT = 10_000;
  const large = (): Bank => {
    const bank = smallBank();
    const [first] = bank.questions;
    const questions = Array.from({ length: COUNT }, (_, index) => ({
      ...first!,
      id: `q${index}`,
      prompt: `Question ${index}`,
    }));
    return { ...bank, questions };
  };

  test('are searched and ordered; of what is done, one hears how far it is', async () => {
    await open(large());
    expect(search('"question 12"')).toHaveLength(111);
    browser.sort('added');
    browser.sort('added');
    expect(search('')[0]).toBe('q9999');
    search('"question 1"');
    browser.selectAll();
    const { store } = recite;
    const stops: number[] = [];
    const appendAll = store.appendAll.bind(store);
    store.appendAll = (events) => {
      stops.push(browser.work!.written);
      return appendAll(events);
    };
    await browser.act({ kind: 'suspend' });
    expect(stops).toEqual([0, 500, 1000]);
    expect(browser.done!.words).toBe('1,111 cards suspended.');
    expect(search('is:suspended')).toHaveLength(1111);
  });

  test('stop half way, and can be taken back or gone on with', async () => {
    await open(large());
    search('"question 1"');
    browser.selectAll();
    const { store } = recite;
    const appendAll = store.appendAll.bind(store);
    let left = 1;
    store.appendAll = (events) =>
      left-- > 0 ? appendAll(events) : Promise.resolve({ ok: false, error: FAILURES.full });
    await browser.act({ kind: 'suspend' });
    expect(browser.work).toMatchObject({ written: 500 });
    expect(search('is:suspended')).toHaveLength(500);
    left = Infinity;
    await browser.takeBack();
    expect(search('is:suspended')).toEqual([]);
    expect(browser.failure).toBeNull();
  });
});
