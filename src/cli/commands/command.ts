/** Where a command writes: results to stdout, messages to stderr. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

export interface Command {
  /** As typed, e.g. `bank check`. */
  readonly name: string;
  /** What follows the name, e.g. `[path] [--json]`. */
  readonly takes: string;
  /** What it does, for `help`. */
  readonly about: string;
  /** More, for `help` about this command alone. */
  readonly details?: string;
  readonly run: (args: readonly string[], io: Io) => number | Promise<number>;
}

/** The exit codes of the contract. */
export const EXIT = { ok: 0, problems: 1, unusable: 2 } as const;

/** Says in one line why nothing could be done. */
export function refuse(io: Io, message: string): number {
  io.stderr(`${message.replace(/\s*\n\s*/g, ' ')}\n`);
  return EXIT.unusable;
}

/** One JSON value, written in one piece. */
export function printJson(io: Io, value: unknown): void {
  io.stdout(`${JSON.stringify(value, null, 2)}\n`);
}
