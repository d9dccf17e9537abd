import { COMMANDS, EXIT, refuse, type Command, type Io } from './commands/index.ts';

/**
 * `recite …`: finds the command and runs it.
 *
 * @param argv what was typed after `recite`
 * @returns the exit code: 0, 1 (problems found) or 2 (unusable input or arguments)
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [first] = argv;
  if (first === 'help' || first === '--help' || first === '-h') return help(argv.slice(1), io);
  const command = COMMANDS.find(({ name }) => startsWith(argv, name));
  if (!command) return refuse(io, unknown(argv));
  const args = argv.slice(command.name.split(' ').length);
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (options.includes('--help') || options.includes('-h')) {
    io.stdout(describeAll(command));
    return EXIT.ok;
  }
  return command.run(args, io);
}

function startsWith(argv: readonly string[], name: string): boolean {
  return name.split(' ').every((word, index) => argv[index] === word);
}

function unknown(argv: readonly string[]): string {
  const known = `the commands are: ${COMMANDS.map(({ name }) => name).join(', ')}, help`;
  const [first, second] = argv;
  if (first === undefined) return `recite: no command given; ${known}`;
  const group = COMMANDS.some(({ name }) => name.startsWith(`${first} `));
  const typed = group && second !== undefined ? `${first} ${second}` : first;
  return `recite: ${group && second === undefined ? 'incomplete' : 'unknown'} command “${typed}”; ${known}`;
}

function help(about: readonly string[], io: Io): number {
  const command = COMMANDS.find(({ name }) => startsWith(about, name));
  if (about.length > 0 && !command) return refuse(io, unknown(about));
  io.stdout(
    command
      ? describeAll(command)
      : [
          'Usage: npm run -s recite -- <command>\n',
          ...COMMANDS.map(describe),
          'Every command takes --json: one JSON value on stdout and nothing else.',
          'Exit codes: 0 done; 1 problems found; 2 unusable input or arguments.\n',
        ].join('\n'),
  );
  return EXIT.ok;
}

function describeAll(command: Command): string {
  return command.details ? `${describe(command)}\n${command.details}` : describe(command);
}

function describe({ name, takes, about }: Command): string {
  return `${name} ${takes}\n    ${about}\n`;
}
