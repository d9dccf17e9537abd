import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Response, Verdict } from '../grading/index.ts';
import type { BoardView, HostView } from './audience.ts';
import { PLAN, Room, SECRET, settled, type Phone } from './fixture.ts';
import { foldSession, topics } from './index.ts';
import { MOST_SHOWN } from './marking.ts';
import type { OpenQuestion } from '../bank/index.ts';
import { MOST_BYTES } from './limits.ts';
import type { Planned } from './types.ts';
import { readSeatMessage } from './wire.ts';

/** Questions that are answered in one's own words. */

const { question, passage } = PLAN[0]!;
const { id, prompt, explanation, stance, level, tags, cites, requires, waive } = question;
const base = { id, prompt, explanation, stance, level, tags, cites, requires, waive };
const open: OpenQuestion = { ...base, type: 'open', answer: `${SECRET} model answer` };
const OPEN: readonly Planned[] = [
  { bank: 'b', question: open, passage },
  { bank: 'b', question: { ...open, id: `${SECRET}-b` }, passage },
];

const wrote = (text: string): Response => ({ kind: 'written', text });

function host(room: Room): HostView {
  room.engine.flush();
  const told = room.wire.findLast(({ text }) => text.startsWith('{"t":"view","view":{"n"'));
  return (JSON.parse(told!.text) as { view: HostView }).view;
}

function board(room: Room): BoardView {
  room.engine.flush();
  const told = room.wire.findLast(({ topic }) => topic === topics.board('room'));
  return JSON.parse(told!.text) as BoardView;
}

/** All that went to the phones: the stage, and what each is sent alone. */
const toPhones = (room: Room) =>
  room.wire.filter(({ topic }) => /\/(stage|seat\/\w+)$/.test(topic)).map(({ text }) => text);

async function asked(...given: readonly string[]): Promise<{ room: Room; phones: Phone[] }> {
  const room = new Room({}, OPEN);
  const phones: Phone[] = [];
  for (const at of given.keys()) phones.push(await room.student(`k${at}`));
  await room.tap({ do: 'open', place: 0 });
  for (const [at, text] of given.entries()) phones[at]!.line.answer(0, wrote(text), null);
  await settled();
  return { room, phones };
}

describe('an answer in one’s own words', () => {
  it('is seen by nobody before the question closes, and then by the teacher alone', async () => {
    const { room, phones } = await asked('Ana’s thought', '<script>alert(1)</script>');
    expect(phones[0]!.known().sent?.state).toBe('saved');
    expect(phones[0]!.known().stage?.question).toMatchObject({ type: 'open', options: [] });
    const before = host(room);
    expect(before.answers).toEqual([]);
    expect(before.unmarked).toBe(2);
    expect(room.wire.filter(({ text }) => text.includes(SECRET))).toEqual([]);
    await room.tap({ do: 'close', place: 0 });
    const view = host(room);
    expect(view.answers.map(({ text }) => text)).toEqual([
      'Ana’s thought',
      '<script>alert(1)</script>',
    ]);
    // No names, and no ids of those who wrote it.
    expect(Object.keys(view.answers[0]!)).toEqual(['text', 'count', 'verdict', 'by', 'shown']);
    expect(board(room).written).toEqual([]);
    await room.tap({ do: 'reveal', place: 0 });
    expect(toPhones(room).some((text) => text.includes(`${SECRET} model answer`))).toBe(true);
    // Each is told their own words only.
    const [first, second] = phones.map(({ seat }) =>
      room.wire
        .filter(({ topic }) => topic === topics.seat('room', seat))
        .map(({ text }) => text)
        .join(),
    );
    expect(first).not.toContain('script');
    expect(second).not.toContain('thought');
  });

  it('is taken up to its length, once, and never with a mark of its own', async () => {
    const { room, phones } = await asked('one');
    const [ana] = phones;
    const late = await room.student('late');
    const say = (response: Response) =>
      room.engine.take(
        topics.seatUp('room', late.seat),
        JSON.stringify({ t: 'answer', place: 0, vote: 1, response, confidence: null }),
      );
    await say(wrote('x'.repeat(301)));
    await say({ kind: 'typed', text: 'x' });
    expect(await say({ kind: 'judged', verdict: 'right', text: 'x' })).toBe(false);
    expect(room.log.filter(({ kind }) => kind === 'answered')).toHaveLength(1);
    await say(wrote('x'.repeat(300)));
    expect(room.log.filter(({ kind }) => kind === 'answered')).toHaveLength(2);
    // Sent once more, also when it has been marked meanwhile, it is no other answer.
    await room.tap({ do: 'close', place: 0 });
    await room.tap({ do: 'mark', place: 0, text: 'one', verdict: 'right' });
    const again = room.phone(ana!.seat);
    again.line.answer(0, wrote('one'), null);
    await settled();
    expect(again.known().sent?.state).toBe('saved');
  });

  it('is marked by who wrote it once the answer is shown, and the teacher’s mark stands', async () => {
    const { room, phones } = await asked('Because  of it', 'because of it', 'no idea');
    const [ana, ben, cem] = phones as [Phone, Phone, Phone];
    const result = (phone: Phone) => phone.known().view?.results[0];
    ana.line.mark(0, 'right');
    await room.tap({ do: 'close', place: 0 });
    ana.line.mark(0, 'right');
    await settled();
    expect(room.log.filter(({ kind }) => kind === 'marked')).toEqual([]);
    await room.tap({ do: 'reveal', place: 0 });
    expect(result(ana)).toMatchObject({ marked: 'nobody', points: 0, missing: false });
    ana.line.mark(0, 'partly');
    ana.line.mark(0, 'right');
    ana.line.mark(0, 'right');
    await settled();
    expect(room.log.filter(({ kind }) => kind === 'marked')).toHaveLength(2);
    // What one says of oneself decides no ranking.
    expect(result(ana)).toMatchObject({ marked: 'self', verdict: 'right', points: 0 });
    expect(host(room)).toMatchObject({
      unmarked: 2,
      distributions: [{ answered: 3, unmarked: 2, verdicts: { right: 1 }, missed: 0 }],
    });
    // What says the same is marked at one stroke.
    await room.tap({ do: 'mark', place: 0, text: 'because of it', verdict: 'partly' });
    expect([ana, ben, cem].map((phone) => result(phone)?.marked)).toEqual([
      'teacher',
      'teacher',
      'nobody',
    ]);
    expect(result(ben)).toMatchObject({ verdict: 'partly', points: 50 });
    ana.line.mark(0, 'right');
    await settled();
    expect(result(ana)).toMatchObject({ marked: 'teacher', verdict: 'partly' });
    // Those that are to be marked come first.
    expect(host(room).answers).toMatchObject([
      { text: 'no idea', verdict: null, by: null },
      { text: 'Because  of it', count: 2, verdict: 'partly', by: 'teacher' },
    ]);
    await room.tap({ do: 'end' });
    expect(await room.tap({ do: 'mark', place: 0, text: 'no idea', verdict: 'right' })).toBe(
      'over',
    );
    expect(board(room).ending).toMatchObject({ right: 0, questions: 1 });
  });

  it('comes onto the board only by the teacher, as it was written, and goes with the question', async () => {
    const texts = Array.from({ length: MOST_SHOWN + 1 }, (_, at) => `Thought ${'abcdefgh'[at]}`);
    const { room, phones } = await asked(...texts);
    const show = (text: string, shown = true) => room.tap({ do: 'show', place: 0, text, shown });
    expect(await show('Thought a')).toBe('not-markable');
    await room.tap({ do: 'close', place: 0 });
    expect(await show('Nobody wrote this')).toBeNull();
    expect(board(room).written).toEqual([]);
    for (const text of texts.slice(0, MOST_SHOWN)) expect(await show(text)).toBeNull();
    expect(await show(texts.at(-1)!)).toBe('board-full');
    expect(await show('thought A')).toBeNull();
    expect(await show('THOUGHT b', false)).toBeNull();
    expect(board(room).written).toEqual(texts.slice(0, MOST_SHOWN).filter((_, at) => at !== 1));
    expect(host(room).answers.find(({ text }) => text === 'Thought a')?.shown).toBe(true);
    await room.tap({ do: 'reveal', place: 0 });
    expect(board(room).written).toHaveLength(MOST_SHOWN - 1);
    // The phones are told of none of it.
    expect(toPhones(room).filter((text) => text.includes('"written"'))).toEqual(
      toPhones(room).filter((text) => text.includes('"kind":"written"')),
    );
    const others = room.wire.filter(
      ({ topic, text }) =>
        topic === topics.seat('room', phones[0]!.seat) && text.includes('Thought b'),
    );
    expect(others).toEqual([]);
    await room.tap({ do: 'open', place: 1 });
    expect(board(room).written).toEqual([]);
  });

  it('of the second vote is another one; who does not vote again marks the first', async () => {
    const { room, phones } = await asked('first a', 'first b');
    const [ana, ben] = phones as [Phone, Phone];
    await room.tap({ do: 'close', place: 0 });
    await room.tap({ do: 'show', place: 0, text: 'first a', shown: true });
    await room.tap({ do: 'discuss', place: 0 });
    expect(board(room).written).toEqual(['first a']);
    await room.tap({ do: 'vote', place: 0 });
    expect(board(room).written).toEqual([]);
    ana.line.answer(0, wrote('second a'), null);
    await settled();
    await room.tap({ do: 'close', place: 0 });
    await room.tap({ do: 'reveal', place: 0 });
    expect(host(room).answers.map(({ text }) => text)).toEqual(['second a']);
    ana.line.mark(0, 'right');
    ben.line.mark(0, 'partly');
    await settled();
    expect(room.log.flatMap((one) => (one.kind === 'marked' ? [one.vote] : []))).toEqual([2, 1]);
    expect(ben.known().view?.results[0]).toMatchObject({ marked: 'self', verdict: 'partly' });
  });

  it('fits the messages of a large class', async () => {
    const long = (at: number) => `${at} ${'ñ'.repeat(290)}`;
    const { room } = await asked(...Array.from({ length: 120 }, (_, at) => long(at)));
    await room.tap({ do: 'close', place: 0 });
    const { answers } = host(room);
    expect(answers).toHaveLength(30);
    expect(JSON.stringify(answers).length).toBeLessThan(MOST_BYTES);
    await room.tap({ do: 'mark', place: 0, text: answers[0]!.text, verdict: 'wrong' });
    // Those that are marked make room for others.
    expect(host(room).answers.every(({ by }) => by === null)).toBe(true);
  });
});

describe('marks over the wire', () => {
  it.each([
    '{"t":"mark","place":0}',
    '{"t":"mark","place":-1,"verdict":"right"}',
    '{"t":"mark","place":0,"verdict":"perfect"}',
    '{"t":"mark","verdict":"right"}',
  ])('are no message: %s', (text) => expect(readSeatMessage(text)).toBeNull());

  it('of somebody else or of another kind of question change nothing', async () => {
    const room = new Room({}, PLAN);
    const ana = await room.student('k');
    await room.tap({ do: 'open', place: 0 });
    ana.line.answer(0, { kind: 'option', text: 'Left' }, null);
    await room.tap({ do: 'close', place: 0 });
    await room.tap({ do: 'reveal', place: 0 });
    ana.line.mark(0, 'right');
    await settled();
    expect(await room.tap({ do: 'mark', place: 0, text: 'Left', verdict: 'right' })).toBe(
      'not-markable',
    );
    expect(room.log.filter(({ kind }) => kind === 'marked')).toEqual([]);
    expect(ana.known().view?.results[0]?.verdict).toBe('wrong');
  });

  it('in any order make what the log tells, and lose no words', async () => {
    const verdict = fc.constantFrom<Verdict>('right', 'partly', 'wrong');
    const step = fc.oneof(
      fc.record({ by: fc.constant('self' as const), who: fc.nat(2), verdict }),
      fc.record({ by: fc.constant('teacher' as const), who: fc.nat(2), verdict }),
      fc.record({ by: fc.constant('show' as const), who: fc.nat(2), shown: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.nat(25), async (steps, at) => {
        const texts = ['one', 'two', 'One'];
        const { room, phones } = await asked(...texts);
        await room.tap({ do: 'close', place: 0 });
        for (const [turn, one] of steps.entries()) {
          if (turn === at) await room.tap({ do: 'reveal', place: 0 });
          const text = texts[one.who]!;
          if (one.by === 'self') phones[one.who]!.line.mark(0, one.verdict);
          else if (one.by === 'teacher') {
            await room.tap({ do: 'mark', place: 0, text, verdict: one.verdict });
          } else await room.tap({ do: 'show', place: 0, text, shown: one.shown });
          await settled();
        }
        expect(foldSession(room.log)).toEqual(room.engine.session);
        const given = [...room.engine.session.answers.get('0.1')!.values()];
        expect(given.map(({ response }) => 'text' in response && response.text)).toEqual(texts);
        for (const { marker, grade, response } of given) {
          const marked = response.kind === 'judged';
          expect(marked).toBe(marker !== null);
          if (marked) expect(grade.verdict).toBe(response.verdict);
        }
      }),
      { numRuns: 30 },
    );
  });
});
