import { FALSE, keyTexts, TRUE, type Question } from '../../bank/index.ts';
import type { Planned } from '../../classroom/index.ts';
import { locale, t } from '../../language/index.ts';

/**
 * Questions with their answers and passages as a page by itself: no script, nothing from elsewhere. Every
 * answer is folded away, so that it can be learnt from.
 */
export function missedPage(title: string, missed: readonly Planned[]): string {
  const cards = missed.map(({ question, passage }) => {
    const { text, start, end } = passage;
    const quote = `${escaped(text.slice(0, start))}<mark>${escaped(text.slice(start, end))}</mark>${escaped(text.slice(end))}`;
    return `<details><summary>${escaped(question.prompt)}</summary>
<p><strong>${keyOf(question).map(escaped).join('<br>')}</strong></p>
<p>${escaped(question.explanation)}</p>
<blockquote>${quote}</blockquote>
<p><small>${escaped(`${passage.document}, ${passage.heading}`)}</small></p></details>`;
  });
  return `<!doctype html>
<html lang="${escaped(locale())}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>
<p>${escaped(t('Think of the answer, then tap the question.'))}</p>
${cards.join('\n')}
</body></html>
`;
}

/** The key in words; of several spellings the first. */
function keyOf(question: Question): readonly string[] {
  switch (question.type) {
    case 'truefalse':
      return [question.answer ? TRUE : FALSE];
    case 'number':
      return [`${question.answer.toLocaleString(locale())} ${question.unit}`];
    case 'cloze':
    case 'short':
      return [question.answer];
    default:
      return keyTexts(question);
  }
}

const STYLE = `:root{color-scheme:light dark}body{max-width:40rem;margin:auto;padding:1rem;font:1.1rem/1.5 Georgia,serif}
details{border-top:1px solid;padding:1rem 0}summary{font-size:1.2rem;cursor:pointer}
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid}`;

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => MARKS[mark]!);
}
