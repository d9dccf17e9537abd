import { toExchange, type Question } from '../../lib/bank/index.ts';
import { formatSourceProblem } from '../../lib/bank/source/index.ts';
import { readPathArguments } from './arguments.ts';
import { EXIT, printJson, refuse, type Command } from './command.ts';
import { asProblems, load, type Loaded } from './load.ts';

/** `bank export [path] [--json]` */
export const bankExport: Command = {
  name: 'bank export',
  takes: '[path] [--json]',
  about:
    'Prints a bank (by default the shipped one) with its document, normalised: with --json as data, else for reading. The path is as for “bank check”. Of several documents, --json prints a list, each with the name of its bank.',
  run: (args, io) => {
    const options = readPathArguments('bank export', args);
    if (!options.ok) return refuse(io, options.error);
    const { path, json } = options.value;
    const loaded = load(path);
    if (!loaded.ok) {
      if (loaded.error.kind === 'unusable') {
        return refuse(io, `bank export: ${loaded.error.message}`);
      }
      const { problems } = loaded.error;
      if (json) printJson(io, { problems: asProblems(problems) });
      else io.stderr(problems.map((problem) => `${formatSourceProblem(problem)}\n`).join(''));
      return EXIT.problems;
    }
    const banks = loaded.value;
    const lost = banks.flatMap(({ problems }) => problems);
    io.stderr(lost.map(({ question, message }) => `${question}: ${message}\n`).join(''));
    if (!json) io.stdout(banks.map(describeBank).join('\n'));
    else if (banks.length === 1) printJson(io, exportBank(banks[0]!));
    else
      printJson(
        io,
        banks.map((one) => ({ bank: one.bank.id, ...exportBank(one) })),
      );
    return lost.length > 0 ? EXIT.problems : EXIT.ok;
  },
};

function exportBank({ bank }: Loaded) {
  const { id, title, language, sections } = bank.document;
  return {
    document: {
      id,
      title,
      language,
      sections: sections.map(({ id, heading, paragraphs }) => ({ id, heading, paragraphs })),
    },
    questions: bank.questions.map(toExchange),
  };
}

function describeBank({ bank }: Loaded): string {
  return [`# ${bank.document.title}`, '', ...bank.questions.map(describeQuestion)].join('\n');
}

function describeQuestion(question: Question): string {
  const { id, type, prompt, answers, distractors, explanation, cites } = toExchange(question);
  return [
    `${id} (${type})`,
    `  ${prompt}`,
    ...answers.map((text) => `  + ${text}`),
    ...distractors.map((text) => `  - ${text}`),
    `  ${explanation}`,
    ...cites.map(({ paragraph, exact }) => `  ${paragraph}: “${exact}”`),
    '',
  ].join('\n');
}
