import type { Bank, Question } from './types.ts';

/**
 * The cards of a question, itself the first: one for each gap of a cloze, one for each written
 * direction of a match. `~` stands in no author's id, so no other question can have these.
 */
export function facesOf(question: Question): readonly Question[] {
  if (question.type === 'cloze' && question.gaps) {
    const { gaps, ...first } = question;
    const family = question.id;
    return [
      { ...first, family },
      ...gaps.map(({ number, ...gap }) => ({
        ...{ ...first, ...gap, family },
        id: `${question.id}~${number}`,
      })),
    ];
  }
  if (question.type === 'match' && question.reverse !== undefined) {
    const { reverse, ...first } = question;
    const family = question.id;
    const pairs = question.pairs.map(({ left, right }) => ({ left: right, right: left }));
    const back = { ...first, family, id: `${question.id}~back`, prompt: reverse, pairs };
    return [
      { ...first, family },
      { ...back, recall: true },
    ];
  }
  return [question];
}

/** The question that a card is of: cards with the same are siblings, and are kept apart in a day. */
export function familyOf({ id, family }: Pick<Question, 'id' | 'family'>): string {
  return family ?? id;
}

/** The bank with every card as a question of its own: what is studied. */
export function withFaces(bank: Bank): Bank {
  return { ...bank, questions: bank.questions.flatMap(facesOf) };
}
