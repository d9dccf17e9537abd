import { BLANK, type Question } from '../../bank/index.ts';

/** What is said of a gap and of a true-or-false answer, by the language of the document. */
const SAID = {
  en: { blank: 'blank', yes: 'True', no: 'False', evidence: 'The passage is on the screen.' },
  es: { blank: 'hueco', yes: 'Verdadero', no: 'Falso', evidence: 'El pasaje está en la pantalla.' },
} as const;

function wordsIn(language: string): (typeof SAID)['en' | 'es'] {
  return language.toLowerCase().startsWith('es') ? SAID.es : SAID.en;
}

/**
 * What is asked, to be heard: the prompt, its gap said, and the options where one is to be chosen.
 *
 * @param options as they stand on the screen
 */
export function askedAloud(
  { prompt, type }: Question,
  options: readonly string[],
  language: string,
): string {
  const asked = prompt.replaceAll(BLANK, wordsIn(language).blank);
  return type === 'choice' || type === 'multi' || type === 'order'
    ? [asked, ...options.map((option) => sentence(option))].join(' ')
    : asked;
}

/** The answer, to be heard. */
export function answerAloud(question: Question, language: string): string {
  const words = wordsIn(language);
  switch (question.type) {
    case 'truefalse':
      return question.answer ? words.yes : words.no;
    case 'number':
      return `${question.answer} ${question.unit}`.trim();
    case 'multi':
      return question.answers.map(sentence).join(' ');
    case 'order':
      return question.items.map(sentence).join(' ');
    case 'match':
      return question.pairs.map(({ left, right }) => sentence(`${left}: ${right}`)).join(' ');
    case 'evidence':
      return words.evidence;
    default:
      return question.answer;
  }
}

/** A voice makes a pause after a full stop, and none between two options without. */
function sentence(text: string): string {
  return /[.!?…]["”’)]*$/.test(text) ? text : `${text}.`;
}
