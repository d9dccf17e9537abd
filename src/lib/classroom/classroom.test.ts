import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Response } from '../grading/index.ts';
import type { Document } from '../document/index.ts';
import type { Question } from '../bank/index.ts';
import { asked, planOf } from './asked.ts';
import type { Command } from './deciding.ts';
import { isGenerated } from './generated-names.ts';
import { decideJoin, freeRoster, offeredNames } from './joining.ts';
import { MOST_SEATS } from './limits.ts';
import { applyEvent } from './session.ts';
import { PLAN, Room, SECRET, settled, type Phone } from './fixture.ts';
import { foldSession, lastAnswerOf, topics, totalPoints } from './index.ts';
import { missedBy, type Stage } from './views.ts';

const RIGHT: Response = { kind: 'option', text: 'Right' };
const LEFT: Response = { kind: 'option', text: 'Left' };

const stageNow = (room: Room) =>
  JSON.parse(room.wire.findLast(({ topic }) => topic === topics.stage('room'))!.text) as Stage;

describe('a session', () => {
  it('goes from the lobby through a question to its end', async () => {
    const room = new Room();
    const ana = await room.student('k-ana');
    const ben = await room.student('k-ben');
    expect(ana.known()).toMatchObject({
      line: 'connected',
      stage: { phase: 'lobby', question: null },
    });
    await room.tap({ do: 'open', place: 0 });
    expect(ana.known().stage?.question).toMatchObject({ type: 'choice', prompt: 'What?', take: 1 });
    ana.line.answer(0, RIGHT, null);
    expect(ana.known().sent?.state).toBe('sending');
    await settled();
    expect(ana.known().sent?.state).toBe('saved');
    ben.line.answer(0, LEFT, null);
    await room.tap({ do: 'close', place: 0 });
    expect(ana.known().stage).toMatchObject({ phase: 'closed', reveal: null });
    await room.tap({ do: 'reveal', place: 0 });
    expect(ana.known().stage?.reveal).toEqual(PLAN[0]);
    expect(ana.known().view?.results).toEqual([
      { place: 0, verdict: 'right', credit: 1, points: 100, missing: false },
    ]);
    expect(ben.known().view?.results[0]).toMatchObject({
      verdict: 'wrong',
      note: `Left is not: ${SECRET}.`,
    });
    await room.tap({ do: 'end' });
    expect(ben.known().stage?.phase).toBe('ended');
    expect(missedBy(room.engine.session, ben.seat)).toEqual([PLAN[0]]);
    expect(missedBy(room.engine.session, ana.seat)).toEqual([]);
  });

  it('opens no question twice by a second tap, and none out of order', async () => {
    const room = new Room();
    expect(await room.tap({ do: 'reveal', place: 0 })).toBe('not-now');
    expect(await room.tap({ do: 'open', place: 0 })).toBeNull();
    expect(await room.tap({ do: 'open', place: 0 })).toBeNull();
    expect(await room.tap({ do: 'open', place: 1 })).toBe('not-now');
    expect(await room.tap({ do: 'open', place: 99 })).toBe('unknown');
    expect(room.log.filter(({ kind }) => kind === 'opened')).toHaveLength(1);
  });

  it('lets the class discuss and vote again; the second vote counts', async () => {
    const room = new Room();
    const ana = await room.student('k-ana');
    const ben = await room.student('k-ben');
    await room.tap({ do: 'open', place: 0 });
    const before = stageNow(room).question?.options;
    for (const { line } of [ana, ben]) line.answer(0, LEFT, null);
    await room.tap({ do: 'close', place: 0 });
    await room.tap({ do: 'discuss', place: 0 });
    expect(stageNow(room)).toMatchObject({ phase: 'discussing', reveal: null });
    await room.tap({ do: 'vote', place: 0 });
    expect(stageNow(room).question?.options).toEqual(before);
    expect(ana.known().view?.mine ?? null).toBeNull();
    ana.line.answer(0, RIGHT, null);
    await room.tap({ do: 'close', place: 0 });
    expect(await room.tap({ do: 'discuss', place: 0 })).toBe('not-now');
    await room.tap({ do: 'reveal', place: 0 });
    expect(ana.known().view?.results[0]).toMatchObject({ verdict: 'right' });
    // Who came back after the key was shown sees the options where they stood.
    expect(stageNow(room).options).toEqual(before);
    expect(ana.known().view?.mine).toEqual(RIGHT);
    expect(ben.known().view?.mine).toEqual(LEFT);
    room.engine.flush();
    const board = JSON.parse(
      room.wire.findLast(({ topic }) => topic === topics.board('room'))!.text,
    ) as object;
    expect(board).toMatchObject({
      distribution: { missed: 0, answered: 1 },
      before: { missed: 1, answered: 2 },
      key: ['Right'],
    });
  });

  it('at each student’s own speed hands out question after question, and results at the end', async () => {
    const room = new Room({ pace: 'self' }, PLAN.slice(0, 3));
    const ana = await room.student('k-ana');
    await room.tap({ do: 'open', place: 0 });
    expect(ana.known().stage?.question).toBeNull();
    expect(ana.known().view?.question).toMatchObject({ place: 0, type: 'choice' });
    ana.line.answer(0, RIGHT, null);
    await settled();
    expect(ana.known().view).toMatchObject({ question: { place: 1 }, answered: 1, results: [] });
    ana.line.answer(1, { kind: 'typed', text: 'no idea' }, null);
    await settled();
    ana.line.answer(2, { kind: 'truth', value: false }, null);
    await settled();
    expect(ana.known().view).toMatchObject({ question: null, answered: 3, results: [] });
    await room.tap({ do: 'close', place: 0 });
    await room.tap({ do: 'reveal', place: 0 });
    expect(ana.known().view?.results.map(({ verdict }) => verdict)).toEqual([
      'right',
      'wrong',
      'right',
    ]);
  });

  it('gives each student their own time, stands still when paused, and closes by itself', async () => {
    const room = new Room({ limit: 10_000 });
    const ana = await room.student('k-ana');
    const ben = await room.student('k-ben');
    await room.tap({ do: 'time', seat: ben.seat, factor: 2 });
    await room.tap({ do: 'open', place: 0 });
    expect([ana.known().view?.left, ben.known().view?.left]).toEqual([10_000, 20_000]);
    room.now += 6000;
    await room.tap({ do: 'pause', paused: true });
    room.now += 60_000;
    ana.line.answer(0, RIGHT, null);
    await settled();
    expect(ana.known().sent).toMatchObject({ state: 'refused', failure: { code: 'standing' } });
    await room.tap({ do: 'pause', paused: false });
    expect(ana.known().view?.left).toBe(4000);
    room.now += 7000;
    ana.line.answer(0, RIGHT, null);
    ben.line.answer(0, RIGHT, null);
    await settled();
    expect(ana.known().sent).toMatchObject({ state: 'refused', failure: { code: 'late' } });
    expect(ben.known().sent).toMatchObject({ state: 'saved' });
    room.now += 10_000;
    room.engine.flush();
    await settled();
    expect(stageNow(room).phase).toBe('closed');
  });

  it('counts points by correctness, and by speed only where it is asked for', async () => {
    for (const [speed, points] of [
      [false, 100],
      [true, 75],
    ] as const) {
      const room = new Room({ speed, limit: 10_000 });
      const ana = await room.student('k-ana');
      await room.tap({ do: 'open', place: 0 });
      room.now += 5000;
      ana.line.answer(0, RIGHT, null);
      await room.tap({ do: 'close', place: 0 });
      await room.tap({ do: 'reveal', place: 0 });
      expect(ana.known().view?.points).toBe(points);
    }
  });

  it('keeps teams even, and scores them by their means', async () => {
    const room = new Room({ teams: ['Red', 'Blue'] });
    const phones = [];
    for (const name of ['a', 'b', 'c']) phones.push(await room.student(`k-${name}`));
    await room.tap({ do: 'open', place: 0 });
    phones[0]!.line.answer(0, RIGHT, null);
    await room.tap({ do: 'close', place: 0 });
    await room.tap({ do: 'reveal', place: 0 });
    room.engine.flush();
    const board = JSON.parse(
      room.wire.findLast(({ topic }) => topic === topics.board('room'))!.text,
    ) as { teams: object[] };
    expect(board.teams).toEqual([
      { name: 'Red', members: 2, points: 50 },
      { name: 'Blue', members: 1, points: 0 },
    ]);
  });
});

describe('coming in', () => {
  it('by a typed name waits for the teacher, who sees whom it may be', async () => {
    const room = new Room({ names: 'typed' });
    const ana = await room.student('k1', ' <b>Ana</b>\u202e ');
    expect(ana.known().view).toMatchObject({ name: 'bAna/b', status: 'waiting' });
    await room.tap({ do: 'open', place: 0 });
    ana.line.answer(0, RIGHT, null);
    await settled();
    expect(ana.known().sent?.failure?.code).toBe('not-in');
    await room.tap({ do: 'rename', seat: ana.seat, name: 'Ana' });
    await room.tap({ do: 'admit', seat: ana.seat });
    ana.line.answer(0, RIGHT, null);
    await settled();
    expect(ana.known().sent?.state).toBe('saved');

    const other = await room.student('k2', 'ANA');
    room.engine.flush();
    const told = room.wire.findLast(({ text }) => text.includes('"t":"seats"'))!;
    expect(told.text).toMatch(new RegExp(`"id":"${other.seat}".*"like":"${ana.seat}"`));
    await room.tap({ do: 'hand-over', seat: ana.seat, from: other.seat });
    expect(other.known().movedTo).toBe(ana.seat);
    expect(await room.join('k2')).toBe(ana.seat);
    // The first phone is another student’s now, or nobody’s: it has to come in anew.
    expect(await room.join('k1', 'Bea')).not.toBe(ana.seat);
    expect(lastAnswerOf(room.engine.session, ana.seat, 0)?.response).toEqual(RIGHT);
  });

  it('thousands come in, up to what a session holds', () => {
    const room = new Room({ names: 'typed' });
    const { session } = room.engine;
    for (let at = 0; at < MOST_SEATS; at++) {
      const joined = decideJoin(session, { key: `k${at}`, name: `N ${at}` }, `seat${at}`);
      if (!joined.ok) throw new Error(joined.error.message);
      for (const happening of joined.value.happenings) {
        applyEvent(session, { n: session.n + 1, at: 0, ...happening });
      }
    }
    const late = { key: 'late', name: 'Late' };
    expect(decideJoin(session, late, 'seatx')).toMatchObject({ error: { code: 'full' } });
    // Who is in comes back all the same.
    expect(decideJoin(session, { key: 'k7', name: '' }, 'seatx')).toMatchObject({
      value: { seat: 'seat7' },
    });
  });

  it('makes two of one name tell apart when both are let in', async () => {
    const room = new Room({ names: 'typed' });
    for (const key of ['k1', 'k2', 'k3']) await room.join(key, 'Ana');
    await room.tap({ do: 'admit-all' });
    expect([...room.engine.session.seats.values()].map(({ name }) => name)).toEqual([
      'Ana',
      'Ana 2',
      'Ana 3',
    ]);
  });

  it('by the roster takes the listed name; who takes a taken one waits', async () => {
    const room = new Room({ names: 'roster', roster: ['Ana', 'Ben'] });
    const ana = await room.student('k1', 'ana');
    expect(ana.known().view).toMatchObject({ name: 'Ana', status: 'in' });
    expect(freeRoster(room.engine.session)).toEqual(['Ben']);
    expect((await room.student('k2', 'Ana')).known().view?.status).toBe('waiting');
    expect(await room.engine.join('k3', 'Mallory')).toMatchObject({
      error: { code: 'not-listed' },
    });
  });

  it('by a generated name takes the one that was chosen, unless it is taken or made up', async () => {
    const room = new Room({ language: 'es' });
    const offered = offeredNames(room.engine.session, 'seed');
    expect(offered).toHaveLength(12);
    const ana = await room.student('k1', offered[5]);
    expect(ana.known().view).toMatchObject({ name: offered[5], status: 'in' });
    for (const [at, wanted] of [offered[5]!, 'Teacher’s pet', ''].entries()) {
      const { name, status } = (await room.student(`other${at}`, wanted)).known().view!;
      expect(status).toBe('in');
      expect(isGenerated(name, 'es')).toBe(true);
      expect(name).not.toBe(offered[5]);
    }
    expect(offeredNames(room.engine.session, 'seed')).not.toContain(offered[5]);
    expect(offeredNames(new Room({ names: 'typed' }).engine.session, 'seed')).toEqual([]);
  });

  it('once more with another phone, whatever the names are, waits for the teacher’s nod', async () => {
    for (const names of ['generated', 'typed', 'roster'] as const) {
      const room = new Room({ names, roster: ['Ana', 'Ben'] });
      const ana = await room.student('k1', 'Ana');
      await room.tap({ do: 'admit', seat: ana.seat });
      const { name } = ana.known().view!;
      const again = await room.engine.join('k2', ` ${name.toLowerCase()} `, 'other');
      if (!again.ok) throw new Error(again.error.message);
      const other = room.phone(again.value);
      expect(other.known().view).toMatchObject({ name, status: 'waiting' });
      await room.tap({ do: 'hand-over', seat: ana.seat, from: other.seat });
      expect(await room.engine.join('k2', '', 'same')).toEqual({ ok: true, value: ana.seat });
      // The first phone is nobody’s now, and makes up no second student.
      expect(await room.engine.join('k1', name, 'same')).toMatchObject({
        error: { code: 'gone' },
      });
      expect(room.engine.session.seats.size).toBe(1);
      expect(await room.engine.join('k3', 'Nobody here', 'other')).toMatchObject({
        error: { code: 'nobody' },
      });
    }
  });

  it('is closed by the lock, but not for those who are in; who was removed may be let in again', async () => {
    const room = new Room();
    const ana = await room.student('k1');
    await room.tap({ do: 'lock', locked: true });
    expect(await room.engine.join('k2', '')).toMatchObject({ error: { code: 'locked' } });
    expect(await room.join('k1')).toBe(ana.seat);
    await room.tap({ do: 'remove', seat: ana.seat });
    expect(ana.known().view?.status).toBe('removed');
    await room.tap({ do: 'open', place: 0 });
    ana.line.answer(0, RIGHT, null);
    await settled();
    expect(ana.known().sent?.failure?.code).toBe('not-in');
    await room.tap({ do: 'admit', seat: ana.seat });
    ana.line.answer(0, RIGHT, null);
    await settled();
    expect(ana.known().sent?.state).toBe('saved');
  });
});

describe('what is on the wire', () => {
  const GIVEN: Response[] = [
    RIGHT,
    { kind: 'typed', text: 'MINE' },
    { kind: 'truth', value: true },
    { kind: 'options', texts: ['One', 'Three'] },
    { kind: 'typed', text: 'MINE 27' },
    { kind: 'sequence', items: ['Third', 'Second', 'First'] },
    { kind: 'pairs', pairs: [{ left: 'a', right: 'B' }] },
  ];

  it('holds no key before it is shown, and of students’ answers to others counts only', async () => {
    for (const pace of ['together', 'self'] as const) {
      const room = new Room({ pace });
      const ana = await room.student('k-ana');
      const ben = await room.student('k-ben');
      const places = pace === 'self' ? [0] : PLAN.map((_, at) => at);
      for (const place of places) {
        await room.tap({ do: 'open', place });
        for (const at of pace === 'self' ? PLAN.map((_, each) => each) : [place]) {
          ana.line.answer(at, GIVEN[at]!, null);
          await settled();
        }
        ben.cut();
        ben.wake();
        await room.tap({ do: 'close', place });
        room.engine.flush();
        const seen = room.wire.splice(0).filter(({ topic }) => topic !== topics.host('room'));
        for (const { text } of seen) expect(text).not.toContain(SECRET);
        for (const { topic, text } of seen) {
          if (topic !== topics.seat('room', ana.seat)) expect(text).not.toContain('MINE');
        }
        await room.tap({ do: 'reveal', place });
        room.engine.flush();
        for (const { topic, text } of room.wire.splice(0)) {
          if (topic !== topics.seat('room', ana.seat) && topic !== topics.host('room')) {
            expect(text).not.toContain('MINE');
          }
        }
      }
    }
  });

  it('of a question is what is named, for each type', () => {
    for (const [at, { question }] of PLAN.entries()) {
      const sent = asked(question, at, 'seed');
      expect(Object.keys(sent)).toEqual([
        'place',
        'type',
        'prompt',
        'options',
        'take',
        'items',
        'partners',
        'unit',
        'language',
      ]);
    }
    const orders = Array.from(
      { length: 40 },
      (_, n) => asked(PLAN[0]!.question, 0, `s${n}`).options,
    );
    expect(new Set(orders.map((options) => options.indexOf('Right'))).size).toBe(4);
  });
});

describe('a plan', () => {
  const long = `${'Before. '.repeat(400)}the quote${' After.'.repeat(400)}`;
  const document: Document = {
    id: 'd',
    title: 'A text',
    language: 'en',
    sections: [{ id: 's', heading: 'One', paragraphs: [{ id: 's-1', text: long }] }],
  };
  const start = long.indexOf('the quote');
  const question = PLAN[0]!.question;
  const cites = [{ ...question.cites[0], start, end: start + 9 }] as const;

  it('has with each question the passage, and of a long paragraph what is near the quote', () => {
    const plan = planOf({ id: 'b', document }, [{ ...question, cites }]);
    if (!plan.ok) throw new Error(plan.error.message);
    const { passage } = plan.value[0]!;
    expect(passage).toMatchObject({ document: 'A text', heading: 'One', paragraph: 's-1' });
    expect(passage.text.slice(passage.start, passage.end)).toBe('the quote');
    expect(passage.text.length).toBeLessThanOrEqual(2400);
    expect(passage.text).toMatch(/^Before\. .* After\.$/);
  });

  it('takes no question that points into the document, and is never empty', () => {
    const evidence = { ...question, type: 'evidence' } as unknown as Question;
    for (const questions of [[evidence, question], []]) {
      expect(planOf({ id: 'b', document }, questions)).toMatchObject({
        error: { code: 'not-live' },
      });
    }
  });
});

describe('the disk', () => {
  it('comes before the acknowledgement, also of what comes twice', async () => {
    const room = new Room();
    const ana = await room.student('k-ana');
    await room.tap({ do: 'open', place: 0 });
    room.slow = true;
    ana.line.answer(0, RIGHT, null);
    ana.cut();
    ana.wake();
    await settled();
    expect(ana.known().sent?.state).toBe('sending');
    room.sync();
    await settled();
    expect(ana.known().sent?.state).toBe('saved');
  });

  it('is not waited for before a class sees a question; its answers and the tap itself are', async () => {
    const room = new Room();
    const ana = await room.student('k-ana');
    room.slow = true;
    let done = false;
    const tap = room.tap({ do: 'open', place: 0 }).then(() => (done = true));
    await settled();
    expect(ana.known().stage?.phase).toBe('asking');
    ana.line.answer(0, RIGHT, null);
    await settled();
    expect([done, ana.known().sent?.state]).toEqual([false, 'sending']);
    room.sync();
    await tap;
    await settled();
    expect(ana.known().sent?.state).toBe('saved');
  });

  it('that takes nothing more acknowledges nothing more', async () => {
    const room = new Room();
    const ana = await room.student('k-ana');
    await room.tap({ do: 'open', place: 0 });
    room.full = true;
    ana.line.answer(0, RIGHT, null);
    await settled();
    room.full = false;
    ana.cut();
    ana.wake();
    await settled();
    expect(ana.known().sent?.state).toBe('sending');
    room.start();
    ana.cut();
    ana.wake();
    await settled();
    expect(ana.known().sent?.state).toBe('saved');
    expect(foldSession(room.log)).toEqual(room.engine.session);
  });
});

describe('whatever happens', () => {
  const responses: Response[] = [
    RIGHT,
    LEFT,
    { kind: 'option', text: 'Sideways' },
    { kind: 'typed', text: 'x' },
    { kind: 'truth', value: false },
    { kind: 'options', texts: ['One'] },
  ];
  const place = fc.nat(PLAN.length - 1);
  const who = fc.nat(2);
  type Tap = (room: Room, phones: Phone[]) => Command;
  type Step =
    | { kind: 'answer'; who: number; place: number; response: number }
    | { kind: 'cut' | 'wake' | 'forge'; who: number }
    | { kind: 'tap'; command: Tap }
    | { kind: 'sync' | 'slow' | 'crash' };
  const here = (room: Room) => room.engine.session.place;
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      kind: fc.constant('answer' as const),
      who,
      place,
      response: fc.nat(responses.length - 1),
    }),
    fc.record({ kind: fc.constantFrom('cut' as const, 'wake' as const, 'forge' as const), who }),
    fc.constantFrom<Step>({ kind: 'sync' }, { kind: 'slow' }, { kind: 'crash' }),
    fc
      .constantFrom<Tap>(
        (room) => ({ do: 'open', place: here(room) + 1 }),
        (room) => ({ do: 'close', place: here(room) }),
        (room) => ({ do: 'reveal', place: here(room) }),
        (room) => ({ do: 'vote', place: here(room) }),
        (_, [first]) => ({ do: 'remove', seat: first!.seat }),
        (_, [first]) => ({ do: 'admit', seat: first!.seat }),
        (room) => ({ do: 'skip', place: here(room) }),
        () => ({ do: 'look', place: 0 }),
        () => ({ do: 'pause', paused: true }),
        () => ({ do: 'pause', paused: false }),
      )
      .map((command) => ({ kind: 'tap' as const, command })),
  );

  it('no acknowledged answer is lost or changed, and the log tells all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.boolean(), async (steps, self) => {
        const room = new Room({ pace: self ? 'self' : 'together' });
        const phones: Phone[] = [];
        for (const key of ['k0', 'k1', 'k2']) phones.push(await room.student(key));
        await room.tap({ do: 'open', place: 0 });
        const saved = new Map<string, string>();
        const look = () => {
          for (const { seat, known } of phones) {
            const { sent } = known();
            if (sent?.state !== 'saved') continue;
            const name = `${seat} ${sent.place} ${sent.vote}`;
            saved.set(name, saved.get(name) ?? JSON.stringify(sent.response));
          }
        };
        for (const one of steps) {
          if (one.kind === 'answer')
            phones[one.who]!.line.answer(one.place, responses[one.response]!, null);
          else if (one.kind === 'cut') phones[one.who]!.cut();
          else if (one.kind === 'wake') phones[one.who]!.wake();
          else if (one.kind === 'forge') {
            const mine = room.broker.connect({ kind: 'seat', seat: phones[one.who]!.seat });
            const text = JSON.stringify({
              t: 'answer',
              place: here(room),
              vote: 1,
              response: RIGHT,
            });
            mine.send(topics.seatUp('room', phones[(one.who + 1) % 3]!.seat), text);
            mine.send(
              topics.hostUp('room'),
              JSON.stringify({ t: 'do', id: 'forged', command: { do: 'end' } }),
            );
            mine.close();
          } else if (one.kind === 'sync') room.sync();
          else if (one.kind === 'slow') room.slow = true;
          else if (one.kind === 'crash') {
            room.slow = false;
            room.start();
            for (const phone of phones) phone.cut();
          } else if (one.kind === 'tap') {
            room.sync();
            room.slow = false;
            await room.tap(one.command(room, phones));
          }
          await settled();
          look();
        }
        room.sync();
        await settled();
        look();
        const session = foldSession(room.log);
        expect(session).toEqual(room.engine.session);
        expect(foldSession([...room.log, ...room.log])).toEqual(session);
        expect(session.phase).not.toBe('ended');
        for (const [name, response] of saved) {
          const [seat, at, vote] = name.split(' ');
          const stands = session.answers.get(`${at}.${vote}`)?.get(seat!);
          expect(JSON.stringify(stands?.response)).toBe(response);
        }
        for (const seat of session.seats.values())
          expect(totalPoints(session, seat)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});
