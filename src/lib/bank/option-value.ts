import { readValues } from './values.ts';

/** What an option is when it is nothing but a number or a date. */
export interface OptionValue {
  readonly kind: 'number' | 'percent' | 'money' | 'year' | 'date';
  /** Comparable within one kind. */
  readonly value: number;
  /** How it is written: two options of one format look alike. */
  readonly format: string;
}

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const MONTH = `(${MONTHS.join('|')})`;
const DATES: readonly { pattern: RegExp; format: string; order: readonly ('y' | 'm' | 'd')[] }[] = [
  { pattern: new RegExp(`^${MONTH},? (\\d{4})$`), format: 'month year', order: ['m', 'y'] },
  {
    pattern: new RegExp(`^${MONTH} (\\d{1,2}),? (\\d{4})$`),
    format: 'month day year',
    order: ['m', 'd', 'y'],
  },
  {
    pattern: new RegExp(`^(\\d{1,2}) ${MONTH},? (\\d{4})$`),
    format: 'day month year',
    order: ['d', 'm', 'y'],
  },
  { pattern: new RegExp(`^${MONTH} (\\d{1,2})$`), format: 'month day', order: ['m', 'd'] },
  { pattern: new RegExp(`^(\\d{1,2}) ${MONTH}$`), format: 'day month', order: ['d', 'm'] },
  { pattern: new RegExp(`^${MONTH}$`), format: 'month', order: ['m'] },
];

const LEAD = /^(?:in|on|by|since|the|a|an|of)\s+/;
const QUALIFIER =
  /^(?:over|about|around|nearly|almost|roughly|approximately|some|up to|at least|at most|more than|less than|fewer than|under|only|just)\s+/;

/** An option read as a bare number or date with its unit, or undefined: it is words. */
export function readOption(option: string): OptionValue | undefined {
  let text = option.trim().toLowerCase().replace(/[.]$/, '').replace(LEAD, '');
  for (const { pattern, format, order } of DATES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const part = { y: 0, m: 0, d: 0 };
    order.forEach((name, index) => {
      const found = match[index + 1]!;
      part[name] = name === 'm' ? MONTHS.indexOf(found) + 1 : Number(found);
    });
    return { kind: 'date', value: (part.y * 12 + part.m) * 31 + part.d, format };
  }
  if (/^(?:1[0-9]|20)\d\ds?$/.test(text)) {
    return { kind: 'year', value: Number(text.slice(0, 4)), format: text.slice(4) };
  }
  const qualified = QUALIFIER.test(text);
  text = text.replace(QUALIFIER, '').replace(LEAD, '');
  const [first, second, ...more] = readValues(text);
  if (!first || first.start > 0 || more.length > 0) return undefined;
  // A second number is allowed where both are the ends of a range.
  if (second && !/^\s*(?:to|and|[-–—])\s*$/.test(text.slice(first.end, second.start))) {
    return undefined;
  }
  const rest = text.slice((second ?? first).end).trim();
  const restWords = rest ? rest.split(/\s+/).length : 0;
  // “Two of his sons” is a phrase; “two sons” and “ten thousand National Guard troops” are counts.
  if (restWords > (first.value < 5 ? 1 : 4)) return undefined;
  const { percent, money, words } = second ?? first;
  return {
    kind: percent ? 'percent' : money ? 'money' : 'number',
    value: first.value,
    format: [
      words ? 'words' : 'figures',
      text.includes('%') ? 'with %' : '',
      /[$€£]/.test(text) ? 'with a currency sign' : '',
      qualified ? 'with a qualifier' : '',
      restWords > 0 ? 'with a unit' : '',
      second ? 'as a range' : '',
    ]
      .filter(Boolean)
      .join(' '),
  };
}
