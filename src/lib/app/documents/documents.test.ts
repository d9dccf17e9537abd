import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { planOf } from '../../classroom/index.ts';
import { gradedSheet } from '../../gradebook/index.ts';
import { smallBank } from '../../bank/check/fixtures/index.ts';
import { read, World } from '../fixture.ts';
import { HostChoice } from '../classroom/host-choice.svelte.ts';
import { RecordDesk } from '../gradebook/record-desk.svelte.ts';
import { gradebook, keepRecord } from '../gradebook/shelf.svelte.ts';
import { HandoutMaker } from '../handout/maker.svelte.ts';
import { planFor } from '../markers/paper-plan.ts';
import type { Recite } from '../recite.svelte.ts';
import { ClassBank } from './class-bank.svelte.ts';
import { ClassDocuments } from './class-documents.svelte.ts';
import { compileFiles } from './compile.ts';
import { bankHere, ownDocuments } from './here.ts';

const TEXT = '---\nlanguage: ar\n---\n# الطيور\n\n## البوم {#owls}\n\nتصطاد البومة ليلا.\n';
const question = (id: string, type: string, own: string) => `  - id: ${id}
    type: ${type}
    prompt: متى تصطاد البومة؟
    ${own}
    explanation: هكذا يقول النص.
    stance: fact
    level: remember
    tags: [figures]
    cite:
      - paragraph: owls-1
        quote: تصطاد البومة ليلا
`;
const BANK = `section: owls\nquestions:\n${question('when', 'choice', 'answer: ليلا\n    distractors:\n      - { text: نهارا, why: لا }\n      - { text: صباحا, why: لا }')}${question('by-night', 'truefalse', 'answer: true')}`;

const file = (name: string, text: string) => new File([text], name);
const FILES = [file('owls.yaml', BANK), file('document.md', TEXT)];

let recite: Recite;
let kept: Map<string, string>;

beforeEach(async () => {
  recite = await new World(smallBank()).open();
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});

/** Documents of a page last as long as it does: each test takes its own out. */
afterEach(async () => {
  const documents = read(await ownDocuments());
  for (const { id } of read(await documents.heads())) await documents.remove(id);
  const records = read(await gradebook());
  for (const { id } of read(await records.heads())) {
    await records.change(id, () => ({ ok: true, value: null }));
  }
});

async function desk(): Promise<ClassDocuments> {
  const made = new ClassDocuments(recite, (files) => Promise.resolve(compileFiles(files)));
  await made.open();
  return made;
}

/** The document of `FILES`, added; its bank's id. */
async function added(): Promise<string> {
  const made = await desk();
  await made.take(FILES);
  expect(made.failure).toBeNull();
  return made.own![0]!.id;
}

describe('the documents of a teacher', () => {
  it('are added from their files, chosen for the next class, replaced, removed and put back', async () => {
    const made = await desk();
    expect(made.own).toEqual([]);
    await made.take(FILES);
    expect(made.said).toBe('“الطيور” is added, with 2 questions.');
    const [head] = made.own!;
    expect(head).toMatchObject({ title: 'الطيور', language: 'ar', sections: 1, questions: 2 });
    expect(made.shipped.map(({ id }) => id)).toContain(recite.bank.id);
    expect(made.chosen).toBe(head!.id);
    await made.take([FILES[1]!, file('owls.yml', BANK.slice(0, BANK.indexOf('  - id: by-night')))]);
    expect(made.own).toMatchObject([{ id: head!.id, questions: 1 }]);
    expect(made.said).toContain('is replaced');
    await made.remove(head!.id);
    expect(made.own).toEqual([]);
    // What was chosen is gone, so it is the one that is always there.
    expect(made.chosen).toBe(recite.bank.id);
    await made.takeBack();
    expect(made.own).toMatchObject([{ id: head!.id, questions: 1 }]);
  });

  it.each([
    ['no-text', [FILES[0]!]],
    ['no-questions', [FILES[1]!]],
    ['several-texts', [...FILES, file('other.md', TEXT)]],
  ])('are not added where there is %s', async (code, files) => {
    const made = await desk();
    await made.take(files);
    expect(made.failure?.code).toBe(code);
    expect(made.own).toEqual([]);
  });

  it('are not added before all is mended: file, line and reason are said', async () => {
    const made = await desk();
    const wrong = BANK.replace('quote: تصطاد البومة ليلا', 'quote: غير موجود');
    await made.take([FILES[1]!, file('owls.yaml', wrong)]);
    expect(made.failure?.code).toBe('source-problems');
    expect(made.problems).toHaveLength(1);
    expect(made.problems[0]).toMatch(/^owls\.yaml:\d+: question “when”/);
    await made.take([file('document.md', 'No title.'), FILES[0]!]);
    expect(made.problems[0]).toContain('document.md: The document has no title');
  });

  it('say it where they cannot be read, or are too large', async () => {
    const made = new ClassDocuments(recite, () => Promise.resolve(null));
    await made.open();
    await made.take(FILES);
    expect(made.failure?.code).toBe('not-compiled');
    await made.take(Array.from({ length: 300 }, () => FILES[0]!));
    expect(made.failure?.code).toBe('files-too-large');
  });
});

describe('the document of a class', () => {
  it('is the one that is studied, until another is chosen; that is remembered', async () => {
    const id = await added();
    kept.clear();
    const about = new ClassBank(recite);
    await about.open();
    expect(about.bank?.id).toBe(recite.bank.id);
    expect(about.isStudied).toBe(true);
    await about.choose(id);
    expect(about.bank?.document.title).toBe('الطيور');
    expect(about.isStudied).toBe(false);
    const later = new ClassBank(recite);
    await later.open();
    expect(later.bank?.id).toBe(id);
    // Removed in another tab.
    await read(await ownDocuments()).remove(id);
    await later.choose(id);
    expect(later.bank?.id).toBe(recite.bank.id);
  });

  it('gives a live session its questions, its passages and its language', async () => {
    const id = await added();
    const bank = read(await bankHere(recite, id))!;
    const choice = new HostChoice(recite.bank);
    choice.setTeams(2);
    choice.use(bank);
    expect(choice.rows).toMatchObject([{ id: 'owls', count: 2 }]);
    expect(choice.settle()).toMatchObject({ title: 'الطيور', teams: ['Team 1', 'Team 2'] });
    const plan = read(planOf(bank, choice.questions));
    expect(plan).toHaveLength(2);
    expect(plan[0]).toMatchObject({
      bank: id,
      passage: { document: 'الطيور', language: 'ar', heading: 'البوم', text: 'تصطاد البومة ليلا.' },
    });
  });

  it('is handed out with its questions, never as a link: phones do not have it', async () => {
    await added();
    const maker = new HandoutMaker(recite);
    await maker.open();
    expect(maker.way).toBe('whole');
    expect(maker.document?.title).toBe('الطيور');
    maker.way = 'link';
    expect(maker.way).toBe('whole');
    expect(maker.questions.map(({ id }) => id).toSorted()).toEqual(['by-night', 'when']);
    await maker.make();
    expect(maker.failure).toBeNull();
    expect(maker.shown).toMatchObject({ address: null, held: { title: 'الطيور' } });
    await maker.useDocument(recite.bank.id);
    maker.leave();
    expect(maker.way).toBe('link');
    expect(maker.questions.length).toBeGreaterThan(2);
  });

  it('gives paper cards its questions', async () => {
    const bank = read(await bankHere(recite, await added()))!;
    const choice = { list: 'l', record: '', section: '', length: 5 };
    const plan = read(planFor(bank, 'seed', [], choice));
    expect(plan.map(({ passage }) => passage.document)).toEqual(['الطيور', 'الطيور']);
  });
});

describe('the record of a class about it', () => {
  it('has the shape of the document while it is here, and its passages when it is gone', async () => {
    const id = await added();
    const bank = read(await bankHere(recite, id))!;
    const plan = read(planOf(bank, bank.questions));
    const sheet = gradedSheet({ source: 'paper', id: 'paper/r/1', name: 'Ana', at: 5 }, plan, [
      { response: { kind: 'option', text: 'نهارا' } },
      { response: { kind: 'truth', value: true } },
    ]);
    read(await keepRecord({ id: 'r', title: 'Birds', at: 1000, plan, sheets: [sheet] }));
    const open = async () => {
      const record = new RecordDesk(recite);
      await record.open('r');
      return record;
    };
    const here = await open();
    expect(here.about.absent).toBeNull();
    expect(here.language).toBe('ar');
    expect(here.heat).toMatchObject([
      { heading: 'البوم', paragraphs: [{ id: 'owls-1', cite: null }] },
    ]);
    expect(here.passageAt(0).cite).toBeNull();
    await read(await ownDocuments()).remove(id);
    const gone = await open();
    expect(gone.about.absent).toBe('الطيور');
    expect(gone.heat).toMatchObject([{ heading: 'البوم', paragraphs: [{ id: 'owls-1' }] }]);
    expect(gone.scores[0]).toMatchObject({ points: 1 });
    expect(gone.passageAt(0).text).toBe('تصطاد البومة ليلا.');
  });
});
