import { bankCheck } from './bank-check.ts';
import { bankExport } from './bank-export.ts';
import type { Command } from './command.ts';
import { replay } from './replay.ts';

export { EXIT, refuse, type Command, type Io } from './command.ts';

/** Everything that `recite` can do, in the order in which `help` tells of it. */
export const COMMANDS: readonly Command[] = [bankCheck, bankExport, replay];
