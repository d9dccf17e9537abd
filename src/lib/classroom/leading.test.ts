import { describe, expect, it } from 'vitest';
import type { Response } from '../grading/index.ts';
import type { BoardView, HostView } from './audience.ts';
import { PLAN, Room, settled, type Phone } from './fixture.ts';
import { topics } from './index.ts';

const RIGHT: Response = { kind: 'option', text: 'Right' };
const LEFT: Response = { kind: 'option', text: 'Left' };

function board(room: Room): BoardView {
  room.engine.flush();
  const told = room.wire.findLast(({ topic }) => topic === topics.board('room'));
  return JSON.parse(told!.text) as BoardView;
}

function host(room: Room): HostView {
  room.engine.flush();
  const told = room.wire.findLast(({ text }) => text.startsWith('{"t":"view","view":{"n"'));
  return (JSON.parse(told!.text) as { view: HostView }).view;
}

async function answered(room: Room, place: number, given: [Phone, Response][]): Promise<void> {
  for (const [phone, response] of given) phone.line.answer(place, response, null);
  await settled();
  await room.tap({ do: 'close', place });
}

describe('to skip a question', () => {
  it('goes on to the next, and counts nothing of it', async () => {
    const room = new Room({}, PLAN.slice(0, 2));
    const ana = await room.student('k1');
    expect(await room.tap({ do: 'skip', place: 0 })).toBe('not-now');
    await room.tap({ do: 'open', place: 0 });
    ana.line.answer(0, RIGHT, null);
    expect(await room.tap({ do: 'skip', place: 0 })).toBeNull();
    expect(await room.tap({ do: 'skip', place: 0 })).toBeNull();
    expect(ana.known().stage).toMatchObject({ phase: 'asking', place: 1, reveal: null });
    expect(room.log.filter(({ kind }) => kind === 'opened')).toHaveLength(2);
    // None is left to go on to.
    expect(await room.tap({ do: 'skip', place: 1 })).toBe('not-now');
    await room.tap({ do: 'end' });
    expect(ana.known().view).toMatchObject({ points: 0, results: [] });
    expect(board(room).ending).toMatchObject({ questions: 0, right: null, passages: [] });
    expect(host(room).asked).toEqual([0, 1]);
  });
});

describe('to look again', () => {
  it('shows a question whose key was shown, to all, with the vote that counted', async () => {
    const room = new Room();
    const ana = await room.student('k1');
    await room.tap({ do: 'open', place: 0 });
    await answered(room, 0, [[ana, LEFT]]);
    await room.tap({ do: 'vote', place: 0 });
    await answered(room, 0, [[ana, RIGHT]]);
    await room.tap({ do: 'reveal', place: 0 });
    await room.tap({ do: 'open', place: 2 });
    expect(await room.tap({ do: 'look', place: 0 })).toBe('not-now');
    await answered(room, 2, [[ana, { kind: 'truth', value: false }]]);
    await room.tap({ do: 'reveal', place: 2 });
    expect(await room.tap({ do: 'look', place: 1 })).toBe('not-now');
    expect(await room.tap({ do: 'look', place: 0 })).toBeNull();
    expect(ana.known().stage).toMatchObject({ place: 0, reveal: PLAN[0] });
    expect(board(room)).toMatchObject({ distribution: { missed: 0 }, before: { missed: 1 } });
    expect(host(room)).toMatchObject({ asked: [0, 2], revealed: [0, 2] });
    expect(await room.tap({ do: 'open', place: 1 })).toBeNull();
  });

  it('is how questions that each took at their own speed are gone through', async () => {
    const room = new Room({ pace: 'self' }, PLAN.slice(0, 2));
    const ana = await room.student('k1');
    await room.tap({ do: 'open', place: 0 });
    const { options } = ana.known().view!.question!;
    ana.line.answer(0, LEFT, null);
    await settled();
    expect(board(room)).toMatchObject({ given: 1, answered: 0, shares: [] });
    await room.tap({ do: 'close', place: 0 });
    await room.tap({ do: 'reveal', place: 0 });
    expect(await room.tap({ do: 'reveal', place: 0 })).toBeNull();
    expect(ana.known().stage).toMatchObject({ phase: 'revealed', reveal: null });
    expect(board(room).shares).toEqual([
      { place: 0, missed: 1 },
      { place: 1, missed: null },
    ]);
    await room.tap({ do: 'look', place: 0 });
    expect(ana.known().stage?.reveal).toEqual(PLAN[0]);
    // In the order in which they stood on the phones.
    expect(board(room).distribution?.options.map(({ text }) => text)).toEqual(options);
    expect(host(room).distributions).toHaveLength(2);
  });
});

describe('the board', () => {
  it('draws the names of those who were let in, and only in the lobby', async () => {
    const room = new Room({ names: 'typed' });
    await room.student('k1', 'Rude');
    const ana = await room.student('k2', 'Ana');
    await room.tap({ do: 'admit', seat: ana.seat });
    expect(board(room)).toMatchObject({ names: ['Ana'], waiting: 1 });
    await room.tap({ do: 'open', place: 0 });
    expect(board(room).names).toEqual([]);
  });

  it('has the clock where there is one', async () => {
    const room = new Room({ limit: 10_000 });
    expect(board(room).left).toBeNull();
    await room.tap({ do: 'open', place: 0 });
    room.now += 4000;
    await room.tap({ do: 'pause', paused: true });
    room.now += 4000;
    expect(board(room).left).toBe(6000);
    const slow = new Room();
    await slow.tap({ do: 'open', place: 0 });
    expect(board(slow).left).toBeNull();
  });

  it('says at the end what was missed most, and who is first only where the teacher asks', async () => {
    const room = new Room({ names: 'typed' });
    const [ana, ben, cem] = [
      await room.student('k1', 'Ana'),
      await room.student('k2', 'Ben'),
      await room.student('k3', 'Cem'),
    ];
    await room.tap({ do: 'admit-all' });
    await room.tap({ do: 'open', place: 0 });
    await answered(room, 0, [
      [ana, RIGHT],
      [ben, RIGHT],
      [cem, LEFT],
    ]);
    await room.tap({ do: 'reveal', place: 0 });
    expect(board(room)).toMatchObject({ best: [], ending: null });
    await room.tap({ do: 'end' });
    expect(await room.tap({ do: 'open', place: 1 })).toBe('over');
    expect(board(room)).toMatchObject({
      best: [],
      ending: {
        questions: 1,
        students: 3,
        right: 2 / 3,
        passages: [{ place: 0, prompt: 'What?', quote: 'the quote' }],
      },
    });
    expect(await room.tap({ do: 'standings', shown: true })).toBeNull();
    expect(board(room).best).toEqual([
      { rank: 1, name: 'Ana', points: 100 },
      { rank: 1, name: 'Ben', points: 100 },
    ]);
  });
});

describe('another phone', () => {
  it('of a student with a given name can take the seat up, unless it has answered', async () => {
    const room = new Room();
    const old = await room.student('k1');
    await room.tap({ do: 'open', place: 0 });
    old.line.answer(0, RIGHT, null);
    old.cut();
    const fresh = await room.student('k2');
    const other = await room.student('k3');
    other.line.answer(0, LEFT, null);
    await settled();
    expect(await room.tap({ do: 'hand-over', seat: old.seat, from: other.seat })).toBe('unknown');
    expect(await room.tap({ do: 'hand-over', seat: old.seat, from: fresh.seat })).toBeNull();
    expect(fresh.known().movedTo).toBe(old.seat);
  });
});
