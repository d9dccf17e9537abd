import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../primitives/index.ts';
import type { JournalEvent } from '../journal/index.ts';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { FAILURES } from '../storage/index.ts';
import { read, World } from './fixture.ts';
import { leaveSession, openSession } from './resume.ts';
import type { Recite } from './recite.svelte.ts';
import { StudySession } from './study.svelte.ts';
import { usedTags } from './used-tags.ts';

let world: World;
let recite: Recite;

beforeEach(async () => {
  world = new World(smallBank());
  recite = await world.open();
});

async function session(only: readonly string[] | null = null): Promise<StudySession> {
  const opened = new StudySession(recite, only);
  await opened.load();
  await opened.prepare(() => Promise.resolve());
  return opened;
}

/** Shows the answer and grades it, a second after the last thing. */
async function answer(study: StudySession, rating: 1 | 2 | 3 | 4): Promise<string> {
  const { id } = study.card!;
  study.showAnswer();
  world.pass(1000);
  await study.grade(rating);
  return id;
}

const id = (question: string) => `velm/${question}`;

describe('a session', () => {
  test('asks the new cards in the order of the bank', async () => {
    const study = await session();
    expect(study.phase).toBe('asking');
    expect(study.left).toBe(11);
    expect(study.card).toMatchObject({ id: id('founder'), kind: 'new', snapshot: null });
    expect(await answer(study, 4)).toBe(id('founder'));
    expect(study.card).toMatchObject({ id: id('fleet'), kind: 'new' });
    expect(study.left).toBe(10);
  });

  test('keeps to the day’s new cards', async () => {
    await recite.changeSettings({ newPerDay: 2 });
    const study = await session();
    await answer(study, 4);
    await answer(study, 4);
    expect(study.phase).toBe('done');
    expect(study.card).toBeNull();
    world.pass(DAY_MS);
    expect((await session()).left).toBe(2);
  });

  test('counts what was answered, what was known, and what tomorrow brings', async () => {
    await recite.changeSettings({ newPerDay: 3 });
    const study = await session();
    await answer(study, 1);
    await answer(study, 3);
    await answer(study, 4);
    // What was not known comes again today, though nothing else is left.
    while (study.phase !== 'done') await answer(study, 3);
    expect(study.answered).toBe(6);
    expect(study.recalled).toBe(5);
    const tomorrow = recite.moment().day + 1;
    expect([{ day: tomorrow, count: study.tomorrow }]).toEqual(
      read(await world.store.dueCounts('velm', tomorrow, tomorrow)),
    );
  });

  test('shows the answer before it takes a grade', async () => {
    const study = await session();
    expect(study.grades).toEqual([]);
    await study.grade(3);
    expect(await world.events('review')).toEqual([]);
    study.showAnswer();
    expect(study.phase).toBe('answered');
    expect(study.grades).toMatchObject([
      { rating: 1, delay: { unit: 'minutes', count: 1 } },
      { rating: 2, delay: { unit: 'minutes', count: 6 } },
      { rating: 3, delay: { unit: 'minutes', count: 10 } },
      { rating: 4, delay: { unit: 'days' } },
    ]);
  });

  test('says so where the answer could not be fetched, and shows it once it is there', async () => {
    const study = new StudySession(recite);
    await study.load();
    await study.prepare(() => Promise.reject(new Error('no network')));
    expect(study.failure).toMatchObject({ code: 'answers-missing' });
    study.showAnswer();
    await study.prepare(() => Promise.resolve());
    expect(study.failure).toBeNull();
    expect(study.grades).toHaveLength(4);
  });

  test('brings a card back when its step is over, and not before', async () => {
    const study = await session();
    const first = await answer(study, 1);
    await answer(study, 4);
    expect(study.card!.id).toBe(id('herring'));
    world.pass(MINUTE_MS);
    await answer(study, 4);
    expect(study.card).toMatchObject({ id: first, kind: 'learning' });
  });

  test('reads the queue anew when the day turns', async () => {
    await recite.changeSettings({ newPerDay: 1 });
    const study = await session();
    study.showAnswer();
    world.pass(DAY_MS);
    await study.grade(4);
    expect(study.phase).toBe('done');
    // The answer was given on the new day, and was its new card.
    expect(await world.events('review')).toMatchObject([{ day: recite.moment().day }]);
  });

  test('says what is wrong where the queue cannot be read, and asks nothing', async () => {
    const study = await session();
    study.showAnswer();
    world.unreadable = FAILURES.failed;
    world.pass(DAY_MS);
    await study.grade(3);
    expect(study.phase).toBe('failed');
    expect(study.failure).toBe(FAILURES.failed);
    expect(study.card).toBeNull();
    expect(recite.answering).toBe(false);
    expect(await world.events('review')).toHaveLength(1);
  });

  test('is answering as long as there is a card on the table', async () => {
    await recite.changeSettings({ newPerDay: 1 });
    const study = await session();
    expect(recite.answering).toBe(true);
    await answer(study, 4);
    expect(recite.answering).toBe(false);
  });
});

describe('a grade', () => {
  test('is an event with the time it took, within reason', async () => {
    const study = await session();
    world.pass(7000);
    await answer(study, 4);
    world.pass(DAY_MS / 24);
    await answer(study, 3);
    // The clock is set back while one thinks.
    study.showAnswer();
    world.pass(-5000);
    await study.grade(3);
    expect(await world.events('review')).toMatchObject([
      { card: id('founder'), rating: 4, duration: 8000, device: 'here' },
      { card: id('herring'), rating: 3, duration: 0 },
      { card: id('fleet'), rating: 3, duration: 120_000 },
    ]);
  });

  test('holds the card until it is written, and is given once', async () => {
    const study = await session();
    study.showAnswer();
    let open!: () => void;
    world.gate = new Promise((resolve) => (open = resolve));
    const written = study.grade(3);
    await study.grade(4);
    await study.bury();
    await study.undo();
    expect(study.card!.id).toBe(id('founder'));
    expect(study.phase).toBe('answered');
    await vi.waitFor(() => expect(study.saving).toBe(true));
    open();
    await written;
    expect(study.saving).toBe(false);
    expect(study.card!.id).toBe(id('fleet'));
    expect(await world.events('review')).toMatchObject([{ rating: 3 }]);
    expect(await world.events('bury')).toEqual([]);
  });

  test('that could not be written leaves the card, and works later', async () => {
    const study = await session();
    study.showAnswer();
    world.refusal = FAILURES.full;
    await study.grade(3);
    expect(study.failure).toBe(FAILURES.full);
    expect(study.phase).toBe('answered');
    expect(study.card!.id).toBe(id('founder'));
    expect(study.answered).toBe(0);
    expect(study.grades).toHaveLength(4);
    world.refusal = null;
    await study.grade(3);
    expect(study.failure).toBeNull();
    expect(study.card!.id).toBe(id('fleet'));
    expect(await world.events('review')).toHaveLength(1);
  });

  test('of a card that another tab has answered counts for nothing, and moves on', async () => {
    const here = await session();
    recite = await world.open();
    const there = await session();
    here.showAnswer();
    await answer(there, 3);
    world.pass(1000);
    await here.grade(4);
    expect(here.failure).toBe(FAILURES.stale);
    expect(here.card!.id).toBe(id('fleet'));
    expect(here.phase).toBe('asking');
    expect(here.answered).toBe(0);
    expect(await world.events('review')).toMatchObject([{ rating: 3 }]);
  });
});

describe('what is taken', () => {
  test('shows the answer, where one option is to be taken', async () => {
    const study = await session();
    study.take('Karl Amund');
    expect(study.phase).toBe('answered');
    expect(study.taken).toEqual(['Karl Amund']);
    expect(study.suggested).toBe(1);
    study.take('Odo Brand');
    expect(study.taken).toEqual(['Karl Amund']);
    await study.grade(3);
    expect(study.taken).toEqual([]);
    expect(study.suggested).toBeNull();
  });

  test('suggests Good where it is right, and nothing where nothing was taken', async () => {
    const study = await session();
    study.take('Odo Brand');
    expect(study.suggested).toBe(3);
    await study.grade(4);
    study.showAnswer();
    expect(study.suggested).toBeNull();
  });

  test('may be several, and be given back, until the answer shows', async () => {
    const study = await session([id('goods')]);
    study.take('Amber');
    study.take('Timber');
    study.take('Salted herring');
    study.take('Timber');
    expect(study.phase).toBe('asking');
    expect(study.suggested).toBeNull();
    expect(study.taken).toEqual(['Amber', 'Salted herring']);
    study.showAnswer();
    expect(study.suggested).toBe(3);
  });

  test('is half right only where some is missing: then it is to be asked again', async () => {
    const study = await session([id('goods')]);
    study.take('Amber');
    study.showAnswer();
    expect(study.suggested).toBe(1);
  });
});

describe('undo', () => {
  test('puts the card back on the table, as it was', async () => {
    const study = await session();
    expect(study.canUndo).toBe(false);
    await answer(study, 1);
    expect(study.canUndo).toBe(true);
    await study.undo();
    expect(study.card).toMatchObject({
      id: id('founder'),
      kind: 'new',
      snapshot: { schedule: null },
    });
    expect(study.phase).toBe('asking');
    expect(study.left).toBe(11);
    expect([study.answered, study.recalled]).toEqual([0, 0]);
    expect(study.canUndo).toBe(false);
    expect((await recite.store.days(0, 99_999)) as object).toEqual({ ok: true, value: [] });
  });

  test('goes back step by step, past the start of the session', async () => {
    const first = await session();
    await answer(first, 4);
    await answer(first, 3);
    recite = await world.open();
    const study = await session();
    await answer(study, 1);
    const seen = [];
    while (study.canUndo) {
      world.pass(1000);
      await study.undo();
      seen.push(study.card!.id);
    }
    expect(seen).toEqual([id('herring'), id('fleet'), id('founder')]);
    expect(study.answered).toBe(0);
    await study.undo();
    expect(await world.events('undo')).toHaveLength(3);
  });

  test('pressed twice at once takes back one thing', async () => {
    const study = await session();
    await answer(study, 3);
    await answer(study, 3);
    await Promise.all([study.undo(), study.undo()]);
    expect(await world.events('undo')).toHaveLength(1);
    expect(study.answered).toBe(1);
    expect(study.card!.id).toBe(id('fleet'));
  });

  test('is there after a double tap on a grade, which grades once', async () => {
    const study = await session();
    study.showAnswer();
    await Promise.all([study.grade(3), study.grade(3)]);
    // The second tap comes late: the next card is asked, and not yet answered.
    await study.grade(3);
    expect(await world.events('review')).toMatchObject([{ card: id('founder'), rating: 3 }]);
    expect(study.canUndo).toBe(true);
    world.pass(1000);
    await study.undo();
    expect(study.card!.id).toBe(id('founder'));
    expect(study.answered).toBe(0);
  });

  test('says what it took back, until something else is done', async () => {
    const study = await session();
    await answer(study, 3);
    expect(study.said).toBeNull();
    world.pass(1000);
    await study.undo();
    expect(study.said).toBe(`Taken back: Good on “${study.card!.question.prompt}”`);
    await answer(study, 4);
    expect(study.said).toBeNull();
  });

  test('is offered though it was found only after the first answer', async () => {
    const slow = new StudySession(recite);
    const loading = slow.load();
    await loading;
    await answer(slow, 3);
    await Promise.resolve();
    expect(slow.canUndo).toBe(true);
  });

  test('takes back a stroke on many cards, and says how many', async () => {
    const cards = [id('founder'), id('fleet')];
    read(await recite.recordAll(cards.map((card) => ({ kind: 'suspend', card }))));
    const study = await session();
    expect(study.left).toBe(9);
    world.pass(1000);
    await study.undo();
    expect(study.left).toBe(11);
    expect(study.said).toBe('Taken back: Suspend on 2 cards');
  });

  test('brings back what was buried and what was suspended', async () => {
    const study = await session();
    await study.bury();
    world.pass(1000);
    await study.suspend();
    expect(study.card!.id).toBe(id('herring'));
    expect(study.left).toBe(9);
    world.pass(1000);
    await study.undo();
    expect(study.card!.id).toBe(id('fleet'));
    world.pass(1000);
    await study.undo();
    expect(study.card!.id).toBe(id('founder'));
    expect(study.left).toBe(11);
  });

  test('that could not be written changes nothing', async () => {
    const study = await session();
    await answer(study, 3);
    world.refusal = FAILURES.full;
    await study.undo();
    expect(study.failure).toBe(FAILURES.full);
    expect(study.card!.id).toBe(id('fleet'));
    expect(study.answered).toBe(1);
    expect(study.saving).toBe(false);
  });
});

describe('a card that is marked', () => {
  test('is flagged where it lies, its answer open or not, and the flag is taken back', async () => {
    const study = await session();
    study.take('Karl Amund');
    const { turn } = study.card!;
    await study.flag();
    expect(study.phase).toBe('answered');
    expect(study.taken).toEqual(['Karl Amund']);
    expect(study.card).toMatchObject({ id: id('founder'), turn, snapshot: { flagged: true } });
    world.pass(1000);
    await study.flag();
    expect(study.card!.snapshot).not.toHaveProperty('flagged');
    world.pass(1000);
    await study.undo();
    expect(study.phase).toBe('answered');
    expect(study.card).toMatchObject({ turn, snapshot: { flagged: true } });
    expect(study.said).toMatch(/^Taken back: Flag taken off on/);
    // What is on the table is not old: it can be graded.
    await study.grade(3);
    expect(study.failure).toBeNull();
    expect(await world.events('review')).toHaveLength(1);
  });

  test('is worded anew here and everywhere, and after a reload', async () => {
    const study = await session();
    study.take('Odo Brand');
    const changes = { prompt: 'Who founded it?', answer: 'Odo Brand the Elder' };
    const saved = await study.mark({ kind: 'edit', card: id('founder'), changes });
    expect(saved).toBe(true);
    expect(study.phase).toBe('answered');
    expect(study.card!.question).toMatchObject({
      prompt: 'Who founded it?',
      answer: 'Odo Brand the Elder',
      cites: recite.originalOf(id('founder'))!.cites,
    });
    expect(study.taken).toEqual(['Odo Brand the Elder']);
    expect(study.suggested).toBe(3);
    const again = await world.open();
    for (const app of [recite, again]) {
      expect(app.questionOf(id('founder'))!.prompt).toBe('Who founded it?');
      expect(app.bank.questions[0]!.prompt).toBe('Who founded it?');
      expect(app.originalOf(id('founder'))!.prompt).not.toBe('Who founded it?');
    }
    world.pass(1000);
    await study.undo();
    expect(study.card!.question).toEqual(recite.originalOf(id('founder')));
    expect(recite.bank.questions[0]).toEqual(recite.originalOf(id('founder')));
  });

  test('is tagged where it lies; the tag is there to choose again, and is taken back', async () => {
    const study = await session();
    const tag = { kind: 'tag' as const, card: id('founder') };
    study.showAnswer();
    expect(await study.mark({ ...tag, add: ['names', 'exam'], remove: [] })).toBe(true);
    expect(study).toMatchObject({ phase: 'answered', said: 'Tags saved.' });
    expect(study.card!.snapshot!.tags).toEqual(['exam', 'names']);
    world.pass(1000);
    await study.mark({ ...tag, add: ['exam'], remove: ['names'] });
    expect(study.card!.snapshot!.tags).toEqual(['exam']);
    expect(read(await usedTags(recite))).toEqual(['exam', 'names']);
    world.pass(1000);
    await study.undo();
    expect(study.card!.snapshot!.tags).toEqual(['exam', 'names']);
    expect(study.said).toMatch(/^Taken back: Tags on/);
  });

  test('is the one that was meant, though another lies on the table by now', async () => {
    const study = await session();
    await answer(study, 4);
    const changes = { prompt: 'Who founded it?' };
    await study.mark({ kind: 'edit', card: id('founder'), changes });
    expect(study.card!.id).toBe(id('fleet'));
    expect(recite.questionOf(id('founder'))!.prompt).toBe('Who founded it?');
    expect(recite.questionOf(id('fleet'))).toEqual(recite.originalOf(id('fleet')));
  });

  test('stays in the bank’s words where they could not be written', async () => {
    const study = await session();
    world.refusal = FAILURES.full;
    const changes = { prompt: 'Who?' };
    expect(await study.mark({ kind: 'edit', card: id('founder'), changes })).toBe(false);
    expect(study.failure).toBe(FAILURES.full);
    expect(study.card!.question).toEqual(recite.originalOf(id('founder')));
  });

  test('is new again when it starts over, and as it was when that is taken back', async () => {
    await answer(await session(), 4);
    world.pass(60 * DAY_MS);
    const later = await session([id('founder')]);
    expect(later.card).toMatchObject({ id: id('founder'), kind: 'review' });
    const { schedule } = later.card!.snapshot!;
    await later.startOver();
    expect(later.said).toBe('Started over: this card comes as a new one.');
    expect(later.card).toMatchObject({ id: id('founder'), kind: 'new' });
    expect(later.card!.snapshot!.schedule).toBeNull();
    expect(later.canUndo).toBe(true);
    world.pass(1000);
    await later.undo();
    expect(later.card).toMatchObject({ kind: 'review', snapshot: { schedule } });
  });
});

describe('a card set aside', () => {
  test('is back tomorrow when buried, and not when suspended', async () => {
    const study = await session();
    await study.bury();
    await study.suspend();
    expect((await session()).left).toBe(9);
    world.pass(DAY_MS);
    const tomorrow = await session();
    expect(tomorrow.left).toBe(10);
    expect(tomorrow.card!.id).toBe(id('founder'));
  });
});

describe('a session on chosen cards', () => {
  test('asks each once, whatever the day’s limits', async () => {
    await recite.changeSettings({ newPerDay: 0 });
    const study = await session([id('fleet'), id('goods')]);
    expect(study.part).toBe(true);
    await answer(study, 4);
    await answer(study, 4);
    expect(study.phase).toBe('done');
    // Another time they are asked again, though they are not due.
    const again = await session([id('fleet'), id('goods')]);
    expect(again.left).toBe(2);
    expect(again.card).toMatchObject({ id: id('fleet'), kind: 'review' });
  });

  test('has a card again that is being learned', async () => {
    const study = await session([id('fleet')]);
    await answer(study, 1);
    expect(study.card).toMatchObject({ id: id('fleet'), kind: 'learning' });
  });

  test('leaves out what is suspended, and what the bank does not have', async () => {
    const study = await session([id('fleet'), id('goods'), id('gone')]);
    await study.suspend();
    expect(study.card!.id).toBe(id('goods'));
    expect((await session([id('fleet')])).phase).toBe('done');
  });
});

describe('a session that was left', () => {
  const everything = new URLSearchParams();

  test('lies as it lay, where nothing was written meanwhile', async () => {
    const study = openSession(recite, everything);
    await study.load();
    study.showAnswer();
    leaveSession(recite, everything, study);
    expect(recite.answering).toBe(false);
    const back = openSession(recite, everything);
    expect(back).toBe(study);
    expect(back.phase).toBe('answered');
    expect(recite.answering).toBe(true);
  });

  test('is a new one where something was written, or it is about something else', async () => {
    const study = openSession(recite, everything);
    await study.load();
    leaveSession(recite, everything, study);
    expect(openSession(recite, new URLSearchParams({ section: 'trade' }))).not.toBe(study);
    await recite.changeSettings({ newPerDay: 5 });
    expect(openSession(recite, everything)).not.toBe(study);
  });
});

describe('a lapse', () => {
  const lapsed = async () => {
    read(await recite.record({ kind: 'review', card: id('founder'), rating: 4, duration: 1000 }));
    world.pass(30 * DAY_MS);
    const study = await session();
    while (study.card!.id !== id('founder')) await answer(study, 3);
    await answer(study, 1);
    return study;
  };

  test('offers its passage until the next answer, and only where the card was known', async () => {
    const study = await lapsed();
    expect(study.lapse).toMatchObject({ id: id('founder'), question: { id: 'founder' } });
    await answer(study, 1);
    expect(study.lapse).toBeNull();
  });

  test('is over when it was read about, or taken back', async () => {
    const study = await lapsed();
    const query = new URLSearchParams();
    leaveSession(recite, query, study);
    read(
      await recite.noteReading([
        {
          bank: 'velm',
          section: 'history',
          paragraph: 'history-1',
          milliseconds: 5000,
          card: id('founder'),
        },
      ]),
    );
    expect(openSession(recite, query)).toBe(study);
    expect(study.lapse).toBeNull();

    await study.undo();
    expect(study.card!.id).toBe(id('founder'));
  });
});

describe('another tab', () => {
  let count = 0;

  /** What another tab writes about a card, now. */
  function event(kind: 'review' | 'suspend' | 'flag', card: string): JournalEvent {
    const { now, day, offset } = recite.moment();
    const base = { id: `other-${count++}`, at: now, device: 'other', day, offset, card };
    if (kind === 'flag') return { ...base, kind, flagged: true };
    return kind === 'review' ? { ...base, kind, rating: 4, duration: 1 } : { ...base, kind };
  }

  async function listening(): Promise<StudySession> {
    const study = await session();
    recite.onchanged(() => void study.heard());
    return study;
  }

  test('that answers the card on the table: it makes way, and nothing was graded here', async () => {
    const study = await listening();
    const first = study.card!.id;
    study.showAnswer();
    world.pass(1000);
    await world.elsewhere(event('review', first));
    expect(study).toMatchObject({ phase: 'asking', answered: 0, failure: { code: 'elsewhere' } });
    expect(study.card!.id).not.toBe(first);
    expect(study.left).toBe(10);
    await answer(study, 3);
    expect(study.failure).toBeNull();
    expect(await world.events('review')).toHaveLength(2);
  });

  test('that answers a card which waits: it leaves the queue, the table stays as it is', async () => {
    const study = await listening();
    const waiting = id(world.bank.questions[3]!.id);
    study.showAnswer();
    const { card } = study;
    await world.elsewhere(event('review', waiting));
    expect(study).toMatchObject({ phase: 'answered', left: 10, failure: null });
    expect(study.card).toBe(card);
    for (;;) {
      if (!study.card) break;
      expect(study.card.id).not.toBe(waiting);
      await answer(study, 4);
    }
  });

  test('that suspends the card on the table takes it away', async () => {
    const study = await listening();
    const first = study.card!.id;
    await world.elsewhere(event('suspend', first));
    expect(study.card!.id).not.toBe(first);
    expect(study.failure?.code).toBe('elsewhere');
  });

  test('that flags the card on the table leaves it there, to be graded from what it is now', async () => {
    const study = await listening();
    const first = study.card!.id;
    study.showAnswer();
    await world.elsewhere(event('flag', first));
    expect(study).toMatchObject({ phase: 'answered', failure: null, card: { id: first } });
    world.pass(1000);
    await study.grade(3);
    expect(study.failure).toBeNull();
    expect(await world.events('review')).toMatchObject([{ card: first }]);
  });

  test('that writes while a grade is being written: the next card is asked from the journal', async () => {
    const study = await listening();
    const second = id(world.bank.questions[1]!.id);
    let open = () => {};
    world.gate = new Promise((resolve) => (open = resolve));
    study.showAnswer();
    world.pass(1000);
    const graded = study.grade(4);
    const other = world.elsewhere(event('review', second));
    open();
    world.gate = null;
    await Promise.all([graded, other]);
    expect(study.answered).toBe(1);
    expect(study.card!.id).not.toBe(second);
    expect(study.left).toBe(9);
  });

  test('that writes when the session is done changes nothing here', async () => {
    const study = await session([id('founder')]);
    recite.onchanged(() => void study.heard());
    await answer(study, 4);
    expect(study.phase).toBe('done');
    await world.elsewhere(event('review', id('fleet')));
    expect(study).toMatchObject({ phase: 'done', failure: null, card: null });
  });
});
