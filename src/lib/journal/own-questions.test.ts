import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnQuestion } from '../bank/index.ts';
import { ownQuestions, type QuestionEvent } from './index.ts';

const OWN: OwnQuestion = {
  type: 'short',
  prompt: 'Who founded the town of Velm in 1204?',
  answer: 'Odo Brand',
  accept: ['Brand'],
  explanation: '',
  cite: { paragraph: 'history-1', start: 0, end: 4, exact: 'Velm' },
};

function event(number: number, own: Partial<QuestionEvent> = {}): QuestionEvent {
  const id = `event-${String(number).padStart(3, '0')}`;
  const when = { at: number * 1000, day: 20_000, offset: 0, device: 'here' };
  return { id, ...when, kind: 'question', bank: 'velm', question: 'own-1', content: OWN, ...own };
}

describe('the learner’s own questions', () => {
  const content = fc.oneof(
    fc.constant(null),
    fc.constantFrom('one', 'two').map((prompt) => ({ ...OWN, prompt })),
    fc.constant({ type: 'of-a-newer-version' } as unknown as OwnQuestion),
  );
  const made = fc.array(
    fc.record({
      at: fc.nat({ max: 5 }),
      question: fc.constantFrom('own-1', 'own-2', 'own-3'),
      content,
    }),
    { maxLength: 12 },
  );
  const scattered = made
    .map((changes) => changes.map((change, index) => event(index, change)))
    .chain((events) =>
      fc
        .shuffledSubarray(events, { minLength: events.length, maxLength: events.length })
        .map((arriving) => ({ events, arriving })),
    );

  it('are the same in whatever order their events arrive', () => {
    fc.assert(
      fc.property(scattered, ({ events, arriving }) => {
        expect(ownQuestions(arriving, 'velm')).toEqual(ownQuestions(events, 'velm'));
      }),
    );
  });

  it('are each as it was last written, in the order in which they were begun', () => {
    const other = { ...OWN, prompt: 'Who else?' };
    const events = [
      event(1),
      event(2, { question: 'own-2' }),
      event(3, { content: other }),
      event(4, { bank: 'another', question: 'own-4' }),
    ];
    expect(ownQuestions(events, 'velm')).toEqual([
      { id: 'own-1', content: other },
      { id: 'own-2', content: OWN },
    ]);
  });

  it('can be taken out, and put in again', () => {
    const out = event(2, { content: null });
    expect(ownQuestions([event(1), out], 'velm')).toEqual([]);
    expect(ownQuestions([event(1), out, event(3)], 'velm')).toHaveLength(1);
  });

  it('pass over what they cannot read', () => {
    const newer = event(2, { content: { ...OWN, type: 'drawing' } as unknown as OwnQuestion });
    expect(ownQuestions([event(1), newer], 'velm')).toEqual([{ id: 'own-1', content: OWN }]);
  });
});
