import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, test } from 'vitest';
import { smallBank } from '../../bank/check/fixtures/index.ts';
import { FALSE, TRUE } from '../../bank/index.ts';
import { planOf, type Planned } from '../../classroom/index.ts';
import { PLAN, Room, settled, type Phone } from '../../classroom/fixture.ts';
import { asked, isLive } from '../../classroom/asked.ts';
import type { Response } from '../../grading/index.ts';
import { speak } from '../../language/index.ts';
import { ROOT } from '../../../server/setup.js';
import { read, World } from '../fixture.ts';
import { StudySession } from '../study.svelte.ts';
import { inWords } from './failure-words.ts';
import { given, isGiven, takenOf, withTaken } from './given.ts';
import { keepMissed, type Missed } from './missed.svelte.ts';
import { missedPage } from './missed-page.ts';
import { sceneOf, sentOf } from './scene.ts';
import { shownReveal } from './shown-reveal.ts';

afterEach(() => speak({ locale: 'en-GB', phrases: {} }));

describe('an answer on a phone', () => {
  const questions = PLAN.map(({ question }, place) => asked(question, place, 'seed'));
  const byType = (type: string) => questions.find((one) => one.type === type)!;

  it.each<[string, string[], Response]>([
    ['choice', ['Left'], { kind: 'option', text: 'Left' }],
    ['multi', ['One', 'Three'], { kind: 'options', texts: ['One', 'Three'] }],
    ['truefalse', [TRUE], { kind: 'truth', value: true }],
    ['truefalse', [FALSE], { kind: 'truth', value: false }],
    ['short', ['so'], { kind: 'typed', text: 'so' }],
    ['number', ['27'], { kind: 'typed', text: '27' }],
    [
      'order',
      ['Third', 'First', 'Second'],
      { kind: 'sequence', items: ['Third', 'First', 'Second'] },
    ],
    [
      'match',
      ['B', '', 'A'],
      {
        kind: 'pairs',
        pairs: [
          { left: 'a', right: 'B' },
          { left: 'c', right: 'A' },
        ],
      },
    ],
  ])('to a question of type %s goes there and back', (type, taken, response) => {
    expect(isGiven(byType(type), taken)).toBe(true);
    expect(given(byType(type), taken)).toEqual(response);
    expect(takenOf(byType(type), response)).toEqual(taken);
  });

  it('is none while nothing, or too little, is taken', () => {
    for (const type of ['choice', 'truefalse', 'short', 'number']) {
      expect(isGiven(byType(type), [])).toBe(false);
    }
    expect(isGiven(byType('short'), ['  '])).toBe(false);
    expect(isGiven(byType('multi'), ['One'])).toBe(false);
    expect(isGiven(byType('match'), ['', '', ''])).toBe(false);
  });

  it('can be changed before it is sent', () => {
    expect(withTaken(byType('choice'), ['Left'], 'Up')).toEqual(['Up']);
    expect(withTaken(byType('multi'), ['One'], 'Two')).toEqual(['One', 'Two']);
    expect(withTaken(byType('multi'), ['One', 'Two'], 'One')).toEqual(['Two']);
    expect(withTaken(byType('multi'), ['One', 'Two'], 'Three')).toEqual(['One', 'Two']);
  });
});

describe('what a phone shows', () => {
  const seen = ({ known }: Phone) => {
    const { stage, view } = known();
    const question = stage?.question ?? null;
    return { scene: sceneOf(stage, view), sent: question && sentOf(known(), question) };
  };
  const LEFT: Response = { kind: 'option', text: 'Left' };

  it('is never “saved” for a question that it did not answer, also after a reload', async () => {
    const room = new Room();
    const ana = await room.student('k-ana');
    expect(seen(ana)).toEqual({ scene: 'lobby', sent: null });
    await room.tap({ do: 'open', place: 0 });
    ana.line.answer(0, LEFT, null);
    await settled();
    const again = room.phone(ana.seat);
    expect(seen(again)).toMatchObject({
      scene: 'asking',
      sent: { state: 'saved', response: LEFT },
    });
    await room.tap({ do: 'close', place: 0 });
    expect(seen(again)).toMatchObject({ scene: 'closed', sent: { state: 'saved' } });
    await room.tap({ do: 'vote', place: 0 });
    expect(seen(again)).toEqual({ scene: 'asking', sent: null });
    await room.tap({ do: 'close', place: 0 });
    // No second vote: the first counts.
    expect(seen(again)).toMatchObject({ scene: 'closed', sent: { response: LEFT, vote: 1 } });
    await room.tap({ do: 'reveal', place: 0 });
    expect(shownReveal(again.known().stage!, again.known().view!)).toMatchObject({
      taken: ['Left'],
      verdict: 'wrong',
      key: ['Right'],
    });
    await room.tap({ do: 'open', place: 1 });
    expect(seen(again)).toEqual({ scene: 'asking', sent: null });
    await room.tap({ do: 'close', place: 1 });
    await room.tap({ do: 'reveal', place: 1 });
    const shown = () => shownReveal(again.known().stage!, again.known().view!);
    expect(shown()).toMatchObject({ taken: [], verdict: null });
    await room.tap({ do: 'look', place: 0 });
    expect(shown()).toMatchObject({ taken: ['Left'], verdict: 'wrong' });
  });

  it('follows the teacher: waiting, in, removed, paused, at one’s own speed, over', async () => {
    const room = new Room({ names: 'typed', pace: 'self' }, PLAN.slice(0, 1));
    const ana = await room.student('k-ana', 'Ana');
    const eve = await room.student('k-eve', 'Eve');
    expect(seen(ana).scene).toBe('waiting');
    await room.tap({ do: 'admit', seat: ana.seat });
    await room.tap({ do: 'open', place: 0 });
    expect(seen(ana).scene).toBe('asking');
    await room.tap({ do: 'pause', paused: true });
    expect(seen(ana).scene).toBe('paused');
    await room.tap({ do: 'pause', paused: false });
    ana.line.answer(0, LEFT, null);
    await settled();
    expect(seen(ana).scene).toBe('finished');
    await room.tap({ do: 'remove', seat: ana.seat });
    expect(seen(ana).scene).toBe('removed');
    await room.tap({ do: 'admit', seat: ana.seat });
    await room.tap({ do: 'close', place: 0 });
    expect(seen(ana).scene).toBe('shut');
    await room.tap({ do: 'reveal', place: 0 });
    expect(seen(ana).scene).toBe('results');
    await room.tap({ do: 'end' });
    expect([seen(ana).scene, seen(eve).scene]).toEqual(['results', 'over']);
    expect(sceneOf(null, null)).toBe('connecting');
  });
});

describe('what the teacher’s machine refuses', () => {
  it('is said in the language of the phone, whatever it is', () => {
    const folders = ['src/lib/classroom', 'src/server/live'];
    const codes = new Set(
      folders.flatMap((folder) =>
        readdirSync(`${ROOT}/${folder}`)
          .filter((name) => /(?<!\.test)\.(ts|js)$/.test(name))
          .flatMap((name) => [
            ...readFileSync(`${ROOT}/${folder}/${name}`, 'utf8').matchAll(
              /(?:code: |fail\(\s*)'([a-z-]+)'/g,
            ),
          ])
          .map(([, code]) => code!),
      ),
    );
    expect(codes.size).toBeGreaterThan(20);
    // Those that the pages say themselves, or that only the terminal shows.
    for (const own of ['not-live', 'log-unreadable']) codes.delete(own);
    const unsaid = [...codes].filter((code) => inWords({ code, message: '?' }).message === '?');
    expect(unsaid).toEqual([]);
    expect(inWords({ code: 'new', message: 'As it came.' }).message).toBe('As it came.');
  });
});

describe('the missed questions', () => {
  const world = new World(smallBank());
  const plan = read(planOf(world.bank, world.bank.questions.filter(isLive)));
  const missed: Missed[] = plan.slice(0, 3).map((planned, at) => ({
    ...planned,
    verdict: at === 1 ? ('partly' as const) : ('wrong' as const),
    missing: at === 2,
  }));

  test('become cards that Study shows with their source, once', async () => {
    const recite = await world.open();
    const cards = read(await keepMissed(recite, 'session1', missed));
    expect(cards).toEqual(missed.map(({ question }) => `${world.bank.id}/${question.id}`));
    expect(read(await keepMissed(recite, 'session1', missed))).toEqual(cards);
    expect(await world.events('answer')).toHaveLength(3);

    const { day } = recite.moment();
    const due = read(await recite.store.due(world.bank.id, 1, day));
    expect(due.map(({ card }) => card).sort()).toEqual([...cards].sort());
    const study = new StudySession(recite, cards);
    await study.load();
    expect(study.card).toMatchObject({ kind: 'learning' });
    expect(cards).toContain(study.card!.id);
    expect(study.card!.question.cites[0].exact).not.toBe('');
  });

  test('that a teacher wrote come along; of another document’s there is the file', async () => {
    const own = new World(smallBank());
    const recite = await own.open();
    const template = plan.find(({ question }) => question.type === 'short')!;
    const question = { ...template.question, id: 'own-1', prompt: 'Asked by the teacher?' };
    const written: Missed = { ...template, question, verdict: 'wrong', missing: false };
    const elsewhere: Missed = { ...written, bank: 'another' };
    const cards = read(await keepMissed(recite, 'session1', [written, elsewhere]));
    expect(cards).toEqual([`${own.bank.id}/own-1`]);
    expect(recite.questionOf(cards[0]!)?.prompt).toBe('Asked by the teacher?');
  });

  test('are a page by itself, with nothing in it that could run', () => {
    const [first] = plan as [Planned, ...Planned[]];
    const prompt = '<img src=x onerror=alert(1)> & "more"';
    const page = missedPage('A <script>class</script>', [
      { ...first, question: { ...first.question, prompt } },
    ]);
    expect(page).not.toMatch(/<script|<img/);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;');
    expect(page).toContain(`<mark>${first.question.cites[0].exact}</mark>`);
    expect(page).toContain("default-src 'none'");
  });
});
