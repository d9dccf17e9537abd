import { describe, expect, it } from 'vitest';
import { change, largeBank, smallBank } from './fixtures/index.ts';
import { givesAway } from './index.ts';
import { knowsName, lexiconOf, namesIn, spellsOut } from './names.ts';
import { sentences } from '../../document/index.ts';
import { contentWords, holds, jaccard, phrase, related, sameness, stem, words } from './words.ts';

describe('words', () => {
  it('are compared without case, accents and possessive endings', () => {
    expect(words('El Chapo’s Guzmán, the cartels’')).toEqual([
      'el',
      'chapo',
      'guzman',
      'the',
      'cartels',
    ]);
    expect(words('U.S. and the United States')).toEqual(['america', 'and', 'the', 'america']);
  });

  it('lose the endings of grammar', () => {
    for (const family of [
      ['cause', 'causes', 'caused', 'causing'],
      ['supply', 'supplies', 'supplied'],
      ['plan', 'plans', 'planned', 'planning'],
      ['arrest', 'arrests', 'arrested'],
      ['pass', 'passes', 'passed'],
    ]) {
      expect(new Set(family.map(stem)).size).toBe(1);
    }
    expect(new Set(['crisis', 'status', 'organise', 'organisation'].map(stem)).size).toBe(4);
  });

  it('belong to families', () => {
    const same = (a: string, b: string) => related(stem(a), stem(b));
    expect(same('extradited', 'extradition')).toBe(true);
    expect(same('violence', 'violent')).toBe(true);
    expect(same('produce', 'production')).toBe(true);
    expect(same('cartel', 'carton')).toBe(false);
    expect(same('arm', 'army')).toBe(false);
  });

  it('leave out those without meaning', () => {
    expect(contentWords('According to the document, which of them is the cartel?')).toEqual([
      'cartel',
    ]);
  });

  it('are measured against each other', () => {
    expect(jaccard(new Set('ab'), new Set('bc'))).toBeCloseTo(1 / 3);
    expect(jaccard(new Set(), new Set())).toBe(0);
    expect(sameness(['a', 'b', 'c'], ['a', 'x', 'c'])).toBeCloseTo(2 / 3);
    expect(sameness([], [])).toBe(1);
  });
});

it('a phrase is found whatever its numbers are written in', () => {
  expect(holds(phrase('It seized thirty-five percent of the Tons.'), phrase('35% of tons'))).toBe(
    true,
  );
  expect(holds(phrase('a cartel'), phrase('art'))).toBe(false);
  expect(holds(phrase('a cartel'), phrase('the'))).toBe(false);
});

describe('sentences', () => {
  it('end where they end', () => {
    const text =
      'The U.S. Drug Enforcement agrees. “It is so.” Dr. Brand (b. 1204) does not! 35 others do';
    expect(sentences(text).map((sentence) => sentence.text)).toEqual([
      'The U.S. Drug Enforcement agrees.',
      '“It is so.”',
      'Dr. Brand (b. 1204) does not!',
      '35 others do',
    ]);
  });

  it('know where they stand', () => {
    const text = 'One is here.  Two is there.';
    for (const { text: own, start, end } of sentences(text))
      expect(text.slice(start, end)).toBe(own);
    expect(sentences('')).toEqual([]);
  });
});

describe('names', () => {
  const lexicon = lexiconOf(smallBank().document);
  const names = (text: string) => namesIn(text, lexicon).map((name) => name.text);

  it('are capitals that no sentence put there', () => {
    expect(names('The fisherman Odo Brand came to Velm')).toEqual(['Odo', 'Brand', 'Velm']);
    expect(names('Merchants came. Herring followed: Amber too')).toEqual([]);
    expect(names('Karsholm won')).toEqual(['Karsholm']);
    expect(names('Pablo Escobar won')).toEqual(['Pablo', 'Escobar']);
    expect(names('DEA agents said “Never again”')).toEqual(['DEA']);
  });

  it('are known as adjectives and by their initials', () => {
    const known = new Set(['mexico', 'china', 'america']);
    expect(['mexican', 'chinese', 'american'].every((name) => knowsName(known, name))).toBe(true);
    expect(['colombia', 'chile'].some((name) => knowsName(known, name))).toBe(false);
    expect(spellsOut('the U.S. Drug Enforcement Administration', 'dea')).toBe(true);
    expect(spellsOut('the United Nations Office', 'dea')).toBe(false);
  });
});

describe('givesAway', () => {
  it('finds nothing where stems keep their keys apart', () => {
    expect(givesAway(smallBank()).size).toBe(0);
    expect(givesAway(largeBank()).size).toBe(0);
  });

  it('finds a name, a date and a phrase that another stem holds', () => {
    const told = (changes: object) =>
      Object.fromEntries(givesAway(change(smallBank(), 'bargain', changes)));
    expect(
      told({ prompt: 'Which sentence says what Odo Brand founded in the town of Velm?' }),
    ).toEqual({
      bargain: ['founder'],
    });
    expect(told({ prompt: 'Which sentence is about the closed harbour of Velm in 1412?' })).toEqual(
      {
        bargain: ['closing-year'],
      },
    );
    // The same number in a question about something else tells nothing.
    expect(told({ prompt: 'Which sentence is about the 1412 envoys and their bargain?' })).toEqual(
      {},
    );
  });

  it('leaves out what most stems say anyway', () => {
    const bank = smallBank();
    const common = {
      ...bank,
      questions: bank.questions.map((question) =>
        question.id === 'founder'
          ? question
          : {
              ...question,
              prompt: `${question.prompt} (in the town that Odo Brand founded in Velm)`,
            },
      ),
    };
    expect([...givesAway(common).values()].flat()).not.toContain('founder');
  });
});
