import { checkBank, RULES, type CheckReport, type Problem } from '../../lib/bank/check/index.ts';
import { percent } from '../../lib/language/index.ts';
import { readPathArguments } from './arguments.ts';
import { EXIT, printJson, refuse, type Command, type Io } from './command.ts';
import { asProblems, load, type Loaded } from './load.ts';

/** What is printed where no bank could be compiled. */
const NOTHING: CheckReport = {
  questions: 0,
  problems: [],
  blind: {},
  chance: 0,
  coverage: { paragraphs: 0, cited: 0 },
  waivers: [],
};

/** `bank check [path] [--json]` */
export const bankCheck: Command = {
  name: 'bank check',
  takes: '[path] [--json]',
  about:
    'Holds a bank (by default all shipped ones) against the standard for questions. The path is a document’s folder, one of its YAML banks, or a JSON file as “bank export” prints it. Of several documents, --json prints a list, each with the name of its bank.',
  details: `The rules, by the names that a question’s “waive” uses (those about one question only):\n${RULES.map(
    ({ name, about, scope }) =>
      `    ${name}${scope === 'question' ? '' : ' (cannot be waived)'}: ${about}\n`,
  ).join('')}`,
  run: (args, io) => {
    const options = readPathArguments('bank check', args);
    if (!options.ok) return refuse(io, options.error);
    const { path, json } = options.value;
    const loaded = load(path);
    if (!loaded.ok) {
      if (loaded.error.kind === 'unusable')
        return refuse(io, `bank check: ${loaded.error.message}`);
      const problems = asProblems(loaded.error.problems);
      if (json) printJson(io, { ...NOTHING, problems });
      else io.stdout(problems.map(({ message }) => `${message}\n`).join(''));
      return EXIT.problems;
    }
    const checked = loaded.value.map((one) => ({ one, report: checkLoaded(one) }));
    if (json) printReports(io, checked);
    else io.stdout(checked.map(({ one, report }) => describeReport(one, report)).join('\n'));
    const clean = checked.every(({ report }) => report.problems.length === 0);
    return clean ? EXIT.ok : EXIT.problems;
  },
};

function checkLoaded({ bank, part, problems }: Loaded): CheckReport {
  const report = checkBank(bank, part === undefined ? {} : { part });
  return { ...report, problems: [...problems, ...report.problems] };
}

interface Checked {
  readonly one: Loaded;
  readonly report: CheckReport;
}

function printReports(io: Io, checked: readonly Checked[]): void {
  const [first] = checked;
  if (first && checked.length === 1) printJson(io, first.report);
  else
    printJson(
      io,
      checked.map(({ one, report }) => ({ bank: one.bank.id, ...report })),
    );
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;

function describeReport({ path, bank, places }: Loaded, report: CheckReport): string {
  const lines = [`${path}: ${count(report.questions, 'question')} on “${bank.document.title}”`, ''];
  for (const [question, problems] of byQuestion(report.problems)) {
    const place = places.of(question);
    const where = place ? `${place.file}:${place.line}` : path;
    lines.push(question === '' ? `${path}  (the bank as a whole)` : `${where}  ${question}`);
    for (const { rule, message } of problems) lines.push(`  ${rule}: ${message}`);
    lines.push('');
  }
  if (report.waivers.length > 0) {
    lines.push(`${count(report.waivers.length, 'waiver')}:`);
    for (const { rule, question, reason } of report.waivers) {
      lines.push(`  ${question}: ${rule}: ${reason}`);
    }
    lines.push('');
  }
  const blind = Object.entries(report.blind).map(([name, score]) => `${name} ${percent(score)}`);
  if (blind.length > 0) {
    lines.push(`Answering blind: ${blind.join(', ')}; guessing ${percent(report.chance)}.`);
  }
  const { paragraphs, cited } = report.coverage;
  lines.push(`Cited: ${cited} of ${count(paragraphs, 'paragraph')}.`, summary(report));
  return `${lines.join('\n')}\n`;
}

function summary({ problems, questions }: CheckReport): string {
  if (problems.length === 0) return `${count(questions, 'question')}: no problem found.`;
  const hit = new Set(problems.map(({ question }) => question).filter(Boolean)).size;
  return `${count(problems.length, 'problem')}, in ${hit} of ${count(questions, 'question')}.`;
}

/** The problems of each question together, the bank's own last. */
function byQuestion(problems: readonly Problem[]): [string, Problem[]][] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.question);
    if (group) group.push(problem);
    else groups.set(problem.question, [problem]);
  }
  const all = [...groups];
  return [...all.filter(([question]) => question), ...all.filter(([question]) => !question)];
}
