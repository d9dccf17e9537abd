import { err, ok, type Failure, type Result } from '../../primitives/index.ts';
import { asked, type Asked, type Planned } from '../../classroom/index.ts';
import { gradedSheet, type ClassRecord, type Sheet } from '../../gradebook/index.ts';
import {
  codeOf,
  fromBase32,
  liveId,
  openLive,
  openResult,
  readHead,
  unlockWhole,
  unpackWhole,
  type Given,
} from '../../handout/index.ts';
import { keptHostSecret } from '../classroom/host-secret.ts';
import { gradebook, keepSession } from '../gradebook/shelf.svelte.ts';
import type { Recite } from '../recite.svelte.ts';
import { t } from '../../language/index.ts';
import { heldHandouts, type Held } from './held.ts';
import { readLinked } from './linked.ts';
import { recordId } from './record-id.ts';
import { squeeze } from './squeeze.ts';

/** Which record a result of this quiz or session goes into. */
function recordOf(held: Held): string {
  return held.source.kind === 'live' ? held.source.session : recordId(held.id);
}

/** A result that was opened: a sheet, and the record that it belongs to. */
export interface OpenedResult {
  readonly record: ClassRecord;
  readonly sheet: Sheet;
}

/** Opens a result with the secret that is held for it, and grades it. */
export async function openSealed(
  recite: Recite,
  sealed: Uint8Array,
): Promise<Result<OpenedResult>> {
  const head = readHead(sealed);
  if (!head.ok) return head;
  const held = heldHandouts().find(({ id }) => id === head.value.id);
  const secret = held && fromBase32(held.secret);
  if (!held || !secret) return err(NO_SECRET);
  const record = await recordFor(recite, held);
  if (!record.ok) return record;
  const { plan } = record.value;
  const sheet =
    head.value.kind === 'quiz'
      ? sheetOfQuiz(sealed, held, plan, secret)
      : sheetOfSession(sealed, held, plan, secret);
  return sheet.ok ? ok({ record: record.value, sheet: sheet.value }) : sheet;
}

/** The record as it is kept; where it was deleted, or the hand-out came from another device, a new one. */
export async function recordFor(recite: Recite, held: Held): Promise<Result<ClassRecord>> {
  const store = await gradebook();
  if (!store.ok) return store;
  const id = recordOf(held);
  const known = await store.value.record(id);
  if (!known.ok) return known;
  if (known.value) return ok(known.value);
  if (held.source.kind === 'live') {
    // The machine that led it has all of it, where it is up.
    const kept = await keepSession(keptHostSecret(), held.source.session);
    return kept.ok ? kept : err(NO_SESSION);
  }
  const plan = await planOfHeld(recite, held);
  if (!plan.ok) return plan;
  return ok({ id, title: held.title, at: held.at, plan: plan.value, sheets: [] });
}

async function planOfHeld(recite: Recite, held: Held): Promise<Result<readonly Planned[]>> {
  const { source } = held;
  switch (source.kind) {
    case 'link': {
      await recite.start();
      if (recite.status !== 'ready') return err(NO_PLAN);
      const linked = readLinked(recite.shippedBank, source.text);
      return linked.ok ? ok(linked.value.plan) : linked;
    }
    case 'whole': {
      const whole = await unpackWhole(fromBase32(source.bytes) ?? new Uint8Array(0), squeeze);
      if (!whole.ok) return whole;
      return unlockWhole(whole.value, codeOf(fromBase32(held.secret)!), squeeze);
    }
    case 'live':
      return err(NO_SESSION);
  }
}

/** Answers are told by what was on offer, not by how it was shown. */
function askedAnyhow(plan: readonly Planned[]): Asked[] {
  return plan.map(({ question }, place) => asked(question, place, ''));
}

function sheetOfQuiz(
  sealed: Uint8Array,
  held: Held,
  plan: readonly Planned[],
  secret: Uint8Array,
): Result<Sheet> {
  const opened = openResult(sealed, { id: held.id, asked: askedAnyhow(plan) }, secret);
  if (!opened.ok) return opened;
  const { sheet, name, at, answers } = opened.value;
  return ok(gradedSheet({ source: 'qr', id: `qr/${sheet}`, name, at }, plan, answers));
}

/** Of two votes the second counts. */
function sheetOfSession(
  sealed: Uint8Array,
  held: Held,
  plan: readonly Planned[],
  secret: Uint8Array,
): Result<Sheet> {
  if (held.source.kind !== 'live' || held.id !== liveId(held.source.session)) return err(NO_SECRET);
  const all = askedAnyhow(plan);
  const opened = openLive(sealed, held.source.session, (place) => all[place], secret);
  if (!opened.ok) return opened;
  const { seat, name, at, answers } = opened.value;
  const given = plan.map((_, place): Given | null => {
    const own = answers.filter((answer) => answer.place === place);
    return own.find(({ vote }) => vote === 2) ?? own[0] ?? null;
  });
  return ok(gradedSheet({ source: 'qr', id: `qr/${seat}`, name, at }, plan, given));
}

const NO_SECRET: Failure = {
  code: 'no-secret',
  message: t(
    'This result belongs to a quiz whose key is not on this device. Bring the key over from the device that made the quiz.',
  ),
};
const NO_PLAN: Failure = {
  code: 'no-plan',
  message: t('The questions of this quiz could not be loaded, so its results cannot be read now.'),
};
const NO_SESSION: Failure = {
  code: 'no-session-record',
  message: t(
    'This result belongs to a live session that is not in the gradebook yet. Take the session into the gradebook, then scan it again.',
  ),
};
