import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { err, ok, type Result } from '../../lib/primitives/index.ts';
import { memoryModel, type Memory } from '../../lib/schedule/index.ts';
import { readPathArguments } from './arguments.ts';
import { EXIT, printJson, refuse, type Command } from './command.ts';

const log = z.object({
  parameters: z.array(z.number()).length(21).nullish(),
  reviews: z.array(
    z.object({
      card: z.union([z.string(), z.number()]),
      rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
      elapsedDays: z.number().min(0),
    }),
  ),
});

type Log = z.output<typeof log>;

interface ReplayedCard {
  readonly id: string | number;
  readonly steps: Memory[];
}

/** `replay FILE`: FSRS-6 over a review log, with the very model that the app schedules by. */
export const replay: Command = {
  name: 'replay',
  takes: 'FILE [--json]',
  about:
    'Folds a review log, {"parameters": [21 numbers] | null, "reviews": [{card, rating, elapsedDays}]} in order, and prints stability and difficulty after each review of each card.',
  run: (args, io) => {
    const options = readPathArguments('replay', args);
    if (!options.ok) return refuse(io, options.error);
    const { path, json } = options.value;
    if (path === undefined) return refuse(io, 'replay: no FILE given; it takes FILE [--json]');
    const read = readLog(path);
    if (!read.ok) return refuse(io, `replay: ${path}: ${read.error}`);
    const cards = replayLog(read.value);
    if (json) printJson(io, { cards });
    else io.stdout(cards.map(describeCard).join(''));
    return EXIT.ok;
  },
};

/** Folds the reviews of each card, cards in the order of their first review. */
export function replayLog({ parameters = null, reviews }: Log): ReplayedCard[] {
  const model = memoryModel(parameters);
  const cards = new Map<string | number, ReplayedCard>();
  for (const { card: id, rating, elapsedDays } of reviews) {
    const card = cards.get(id) ?? { id, steps: [] };
    const last = card.steps[card.steps.length - 1] ?? null;
    card.steps.push(model.next(last, elapsedDays, rating));
    cards.set(id, card);
  }
  return [...cards.values()];
}

function readLog(path: string): Result<Log, string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return err('it cannot be read; is the path right?');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return err(`it is not JSON: ${(error as Error).message}`);
  }
  const parsed = log.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err(`it is no review log: ${issue!.path.join('.') || 'the whole'}: ${issue!.message}`);
}

function describeCard({ id, steps }: ReplayedCard): string {
  const lines = steps.map(
    ({ stability, difficulty }, index) =>
      `  ${index + 1}. stability ${stability.toFixed(4)} days, difficulty ${difficulty.toFixed(4)}\n`,
  );
  return `${id}\n${lines.join('')}`;
}
