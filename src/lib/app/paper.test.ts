import { expect, test } from 'vitest';
import { smallBank } from '../bank/check/fixtures/index.ts';
import { withFaces } from '../bank/index.ts';
import { World } from './fixture.ts';
import { PaperDesk, type PaperAddress } from './paper.svelte.ts';

const PLAIN: PaperAddress = { kind: 'quiz', recipe: '', seed: null };

async function open(asked: Partial<PaperAddress> = {}): Promise<PaperDesk> {
  const desk = new PaperDesk(await new World(smallBank()).open());
  await desk.open({ ...PLAIN, ...asked });
  return desk;
}

/** What the address of a desk asks for. */
function read(address: string | null): PaperAddress {
  const [path = '', recipe = ''] = (address ?? '').split('#');
  return { kind: path.endsWith('?cards') ? 'cards' : 'quiz', recipe, seed: null };
}

test('the address gives the same paper on another device', async () => {
  const desk = await open();
  desk.choice!.toggleSection('trade');
  desk.choice!.toggleKind('type');
  desk.length = 5;
  const other = await open(read(desk.address));
  expect(other.paper).toEqual(desk.paper);
  expect([...other.choice!.sections]).toEqual(['history']);
  expect(other.choice!.kinds.has('type')).toBe(false);
  expect(other.given).toBeNull();
  expect(other.address).toBe(desk.address);
});

test('a quiz on certain questions is printed as it is, until one chooses freely', async () => {
  const desk = await open({ recipe: '1&bank=velm&of=other&n=2&seed=s&mode=exam&q=founder,fleet' });
  expect(desk.given?.only).toEqual(['founder', 'fleet']);
  expect(desk.otherVersion).toBe(true);
  expect(desk.paper?.versions[0]?.questions.map(({ id }) => id).sort()).toEqual([
    'fleet',
    'founder',
  ]);
  desk.chooseFreely();
  expect(desk.count).toBeGreaterThan(1);
});

test('a link that cannot be read says so, and leaves a choice', async () => {
  const desk = await open({ recipe: '1&bank=velm' });
  expect(desk.failure?.message).toContain('cut off');
  expect(desk.count).toBeGreaterThan(0);
});

test('flashcards have ways to answer and a number of their own', async () => {
  const desk = await open({ seed: 'K7' });
  expect(desk.head?.code).toBe('K7');
  expect(desk.choice!.kinds.has('recall')).toBe(false);
  desk.length = 20;
  desk.show('cards');
  expect(desk.length).toBe(8);
  expect(desk.choice!.kinds.has('recall')).toBe(true);
  expect(desk.sheets?.flatMap(({ front }) => front)).toHaveLength(8);
  desk.length = 1000;
  expect(desk.count).toBe(withFaces(smallBank()).questions.length);
  desk.show('quiz');
  expect(desk.length).toBe(20);
  expect(desk.choice!.kinds.has('recall')).toBe(false);
});

test('other questions are drawn, and a number typed in brings the first ones back', async () => {
  const desk = await open({ seed: 'first' });
  const first = desk.paper;
  desk.redraw();
  expect(desk.seed).not.toBe('first');
  desk.seedWith(' ');
  desk.seedWith('first ');
  expect(desk.paper).toEqual(first);
});

test('with nothing chosen there is nothing to print, and why is said', async () => {
  const desk = await open();
  desk.choice!.everySection(false);
  expect(desk.reason).toBe('Choose at least one section.');
  expect([desk.paper, desk.sheets, desk.count]).toEqual([null, null, 0]);
});
