/** From measurements to figures with a goal, and to a table of them. */

/**
 * @typedef {object} Figure
 * @property {string} name
 * @property {number} value
 * @property {number} baseline
 * @property {'KB' | 'MB' | 'ms' | 'answers'} unit 1 KB is 1000 bytes
 * @property {number} ratio value ÷ baseline
 * @property {Goal | null} goal null: for information
 *
 * @typedef {{ of: 'ratio' | 'value', most: number }} Goal
 */

/**
 * @param {{ app: import('./size.js').Sizes, empty: import('./size.js').Sizes }} measured
 * @returns {Figure[]}
 */
export function sizeFigures({ app, empty }) {
  /** @type {(name: string, value: number, baseline: number, goal?: Goal) => Figure} */
  const figure = (name, value, baseline, goal) => ({
    name,
    value: value / 1000,
    baseline: baseline / 1000,
    unit: 'KB',
    ratio: value / baseline,
    goal: goal ?? null,
  });
  const code = app.js + app.css;
  const emptyCode = empty.js + empty.css;
  return [
    figure('JavaScript and CSS', code, emptyCode, { of: 'ratio', most: 2.5 }),
    figure('the same, in itself', code, emptyCode, { of: 'value', most: 84 }),
    figure('  JavaScript', app.js, empty.js),
    figure('  CSS', app.css, empty.css),
    figure('HTML', app.html, empty.html),
    figure('JSON: text and questions', app.json, empty.json),
    figure('fonts', app.font, empty.font),
  ];
}

/**
 * @param {readonly import('./grade.js').Rounds[]} measured
 * @returns {Figure[]}
 */
export function gradeFigures(measured) {
  return measured.flatMap(({ rate, grade, bare }) => {
    const at = `CPU ${rate}×`;
    /** @type {(name: string, value: number, baseline: number, goal?: Goal) => Figure} */
    const figure = (name, value, baseline, goal) => ({
      name: `${at}: ${name}`,
      value,
      baseline,
      unit: 'ms',
      ratio: value / baseline,
      goal: goal ?? null,
    });
    /** @type {(of: readonly import('./in-page.js').Timing[], share?: number) => { done: number, painted: number }} */
    const typical = (of, share = 0.5) => ({
      done: quantile(
        of.map(({ done }) => done),
        share,
      ),
      painted: quantile(
        of.map(({ painted }) => painted),
        share,
      ),
    });
    const [app, write] = [typical(grade), typical(bare)];
    const [quietApp, quietWrite] = [typical(grade, 0.25), typical(bare, 0.25)];
    return [
      figure('painted ÷ written and painted', app.painted, write.painted, {
        of: 'ratio',
        most: 1.5,
      }),
      figure('  its lower quartile', quietApp.painted, quietWrite.painted),
      figure('in the page ÷ written', app.done, write.done),
      figure('painted ÷ written', app.painted, write.done),
    ];
  });
}

/**
 * @param {string} name
 * @param {import('./computing.ts').Computed} measured
 * @param {Goal} [goal]
 * @returns {Figure[]}
 */
export function computedFigures(name, measured, goal) {
  const [value, baseline] = [quantile(measured.value, 0.5), quantile(measured.baseline, 0.5)];
  return [{ name, value, baseline, unit: 'ms', ratio: value / baseline, goal: goal ?? null }];
}

/**
 * @param {Awaited<ReturnType<typeof import('./scale.js').measureScale>>} measured
 * @returns {Figure[]}
 */
export function scaleFigures({ starts, grades }) {
  /** @type {(name: string, values: readonly number[], baselines: readonly number[], goal?: Goal, share?: number) => Figure} */
  const figure = (name, values, baselines, goal, share = 0.5) => {
    const [value, baseline] = [quantile(values, share), quantile(baselines, share)];
    return { name, value, baseline, unit: 'ms', ratio: value / baseline, goal: goal ?? null };
  };
  const [small, ...large] = starts;
  const painted = (/** @type {typeof starts[number]} */ of) =>
    of.starts.map((start) => start.painted);
  return [
    ...large.flatMap((of) => [
      figure(`first card, ${sizeText(of.journal)}`, painted(of), small ? painted(small) : [], {
        of: 'ratio',
        most: 1.5,
      }),
      figure('  its lower quartile', painted(of), small ? painted(small) : [], undefined, 0.25),
    ]),
    ...gradesOf(grades).map(({ name, values, baselines, goal }) =>
      figure(name, values, baselines, goal),
    ),
  ];
}

/**
 * @param {import('./scale.js').Grades} grades
 * @returns {{ name: string, values: number[], baselines: number[], goal?: Goal }[]}
 */
function gradesOf({ disk, grade, written }) {
  const baselines = written.map(({ done }) => done);
  return [
    { name: 'grade on disk ÷ written', values: disk, baselines, goal: { of: 'ratio', most: 1.2 } },
    { name: 'next card in the page ÷ written', values: grade.map(({ done }) => done), baselines },
    {
      name: 'next card painted ÷ written and painted',
      values: grade.map(({ painted }) => painted),
      baselines: written.map(({ painted }) => painted),
    },
  ];
}

/** @param {import('./scale.js').Seeded} journal */
function sizeText({ name, size }) {
  const [events, due] = [size.events.toLocaleString('en'), size.due.toLocaleString('en')];
  return `${name}, ${events} events, ${due} due`;
}

/**
 * @param {readonly import('./scale.js').Heap[]} heaps
 * @returns {Figure[]}
 */
export function memoryFigures(heaps) {
  return heaps.map(({ page, bytes: [small = NaN, large = NaN] }) => ({
    name: page,
    value: large / 1e6,
    baseline: small / 1e6,
    unit: 'MB',
    ratio: large / small,
    goal: null,
  }));
}

/**
 * @param {Awaited<ReturnType<typeof import('./classroom.js').measureClassroom>>} measured
 * @returns {Figure[]}
 */
export function classroomFigures({ measured, kills }) {
  /** @type {(name: string, value: number, baseline: number, unit: Figure['unit'], goal?: Goal) => Figure} */
  const figure = (name, value, baseline, unit, goal) => ({
    name,
    value,
    baseline,
    unit,
    ratio: value / baseline,
    goal: goal ?? null,
  });
  const times = /** @type {const} */ ([
    ['joins', 'join'],
    ['fanOut', 'question to every phone'],
    ['acknowledgements', 'answer acknowledged'],
  ]);
  const found = measured
    .filter(({ kind }) => kind !== 'recite')
    .flatMap((other) => {
      const own = measured.find(
        ({ kind, students }) => kind === 'recite' && students === other.students,
      );
      if (!own) return [];
      const isPlain = other.kind === 'plain';
      const at = `${own.students.toLocaleString('en')} students, ${isPlain ? 'plain aedes' : 'mosquitto'}`;
      return [
        ...times.flatMap(([what, name]) => [
          figure(`${at}: ${name}`, quantile(own[what], 0.5), quantile(other[what], 0.5), 'ms'),
          figure(
            '  99th percentile',
            quantile(own[what], 0.99),
            quantile(other[what], 0.99),
            'ms',
            what === 'fanOut' && !isPlain ? { of: 'ratio', most: 1.5 } : undefined,
          ),
        ]),
        figure(
          '  first question, 99th percentile',
          quantile(own.first, 0.99),
          quantile(other.first, 0.99),
          'ms',
        ),
        figure(
          '  processor time',
          own.cpu,
          other.cpu,
          'ms',
          isPlain ? { of: 'ratio', most: 1.3 } : undefined,
        ),
        figure('  memory', own.memory / 1e6, other.memory / 1e6, 'MB'),
        figure('  lost', own.lost, other.lost, 'answers', { of: 'value', most: 0 }),
      ];
    });
  if (!kills) return found;
  const killed = `${kills.rounds} kills, ${kills.acknowledged.toLocaleString('en')} acknowledged before: lost`;
  return [...found, figure(killed, kills.lost, 0, 'answers', { of: 'value', most: 0 })];
}

/**
 * @param {readonly number[]} values
 * @param {number} share 0.5: the median
 */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
}

/** @param {Figure} figure */
export function verdict({ goal, ratio, value }) {
  if (!goal) return '';
  return (goal.of === 'ratio' ? ratio : value) <= goal.most ? 'met' : 'missed';
}

/**
 * @param {readonly Figure[]} figures
 * @param {{ value: string, baseline: string }} heads
 */
export function table(figures, heads) {
  const rows = [
    ['', heads.value, heads.baseline, 'ratio', 'goal', ''],
    ...figures.map((figure) => [
      figure.name,
      `${figure.value.toFixed(1)} ${figure.unit}`,
      `${figure.baseline.toFixed(1)} ${figure.unit}`,
      figure.baseline > 0 ? figure.ratio.toFixed(2) : '–',
      goalText(figure),
      verdict(figure),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 || column === 5 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @param {Figure} figure */
function goalText({ goal, unit }) {
  if (!goal) return '';
  return goal.of === 'ratio' ? `≤ ${goal.most}` : `≤ ${goal.most} ${unit}`;
}
