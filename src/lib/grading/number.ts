const ONES: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1_000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

/**
 * The number in what a person typed: `27`, `10,000`, `10 000`, `3.5`, `$20 billion`, `37 %`,
 * `thirty-seven`, `ten thousand`. The words around it (unit, “over”) do not matter.
 *
 * @returns undefined where there is no number, or more than one
 */
export function parseNumber(typed: string): number | undefined {
  const text = typed.toLowerCase().replace(/[−–]/g, '-').trim();
  const figures = text.match(/-?\d+(?:[  ,]\d{3}(?!\d))*(?:\.\d+)?/g);
  if (figures) {
    if (figures.length > 1) return undefined;
    const figure = Number(figures[0].replace(/[  ,]/g, ''));
    const scale = /\d[^a-z]*(hundred|thousand|million|billion)\b/.exec(text)?.[1];
    return Number.isFinite(figure) ? figure * (scale ? SCALES[scale]! : 1) : undefined;
  }
  return parseWords(text.split(/[^a-z]+/));
}

function parseWords(words: readonly string[]): number | undefined {
  let total = 0;
  let group = 0;
  let found = false;
  for (const word of words) {
    const one = ONES[word];
    const scale = SCALES[word];
    if (one !== undefined) {
      group += one;
      found = true;
    } else if (scale === 100) {
      group = (group || 1) * 100;
      found = true;
    } else if (scale !== undefined) {
      total += (group || 1) * scale;
      group = 0;
      found = true;
    }
  }
  return found ? total + group : undefined;
}
