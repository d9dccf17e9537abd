import { ok, type Failure, type Result } from '../../primitives/index.ts';
import type { Bank, Question } from '../../bank/index.ts';
import {
  foldSession,
  planOf,
  topics,
  type Command,
  type HostNews,
  type HostSeat,
  type HostView,
  type Planned,
  type Session,
  type Settings,
  type Stage,
  type Transport,
  type TransportState,
} from '../../classroom/index.ts';
import { keepSession, recordHref } from '../gradebook/shelf.svelte.ts';
import type { Recite } from '../recite.svelte.ts';
import {
  beginSession,
  currentSession,
  keptSessions,
  liveHere,
  sessionLog,
  type Entrance,
} from './doors.ts';
import { inWords } from './failure-words.ts';
import { keepHostSecret, keptHostSecret } from './host-secret.ts';
import { freshKey, openLine } from './line.ts';

/** The teacher’s page: a remote control of the session that runs on the machine behind it. */
export class HostDesk {
  readonly #recite: Recite;

  /** `stranger`: this page has no secret, or a wrong one. */
  step = $state<'starting' | 'stranger' | 'choosing' | 'running'>('starting');
  failure = $state.raw<Failure | null>(null);
  entrance = $state.raw<Entrance | null>(null);
  line = $state<TransportState>('connecting');
  stage = $state.raw<Stage | null>(null);
  view = $state.raw<HostView | null>(null);
  /** When `view` came: its `left` counts from there. */
  viewAt = $state(0);
  /** All questions with their keys; empty until they have been fetched. */
  plan = $state.raw<readonly Planned[]>([]);
  seats = $state.raw<ReadonlyMap<string, HostSeat>>(new Map());
  /** A command is under way. */
  busy = $state(false);

  /** Of several addresses, the one that phones shall use. */
  chosenOrigin = $state('');
  /** Where phones reach this machine. */
  origin = $derived.by(() => {
    const { addresses = [] } = this.entrance ?? {};
    const chosen = addresses.find((one) => one === this.chosenOrigin);
    return chosen ?? addresses[0] ?? location.origin;
  });
  /** Opens the board, and nothing else: for a projector, or another machine. */
  boardHref = $derived.by(() => {
    if (!this.entrance) return '';
    const { session, board, secret } = this.entrance;
    return `/board#${[session, board, secret, this.origin].join('.')}`;
  });

  secret = '';
  #transport: Transport | null = null;
  readonly #waiting = new Map<string, (failure: Failure | null) => void>();

  constructor(recite: Recite) {
    this.#recite = recite;
  }

  /** @param secret of the address that the terminal shows; '' where the page was opened without */
  async open(secret: string): Promise<void> {
    this.secret = secret || keptHostSecret();
    await this.#recite.start();
    if (this.secret === '') {
      const here = await liveHere();
      this.failure = here.ok ? null : here.error;
      this.step = 'stranger';
      return;
    }
    const current = await currentSession(this.secret);
    if (current.ok) {
      keepHostSecret(this.secret);
      return this.#run(current.value);
    }
    if (current.error.code === 'no-session') {
      keepHostSecret(this.secret);
      this.step = 'choosing';
      return;
    }
    this.failure = current.error;
    this.step = 'stranger';
  }

  /** Begins a session with questions of a bank. */
  async begin(bank: Bank, questions: readonly Question[], settings: Settings): Promise<void> {
    const plan = planOf(bank, questions);
    if (!plan.ok) {
      this.failure = plan.error;
      return;
    }
    this.busy = true;
    const { freshResultKey, holdForSession } = await import('../handout/live-key.ts');
    const { secret, resultKey } = freshResultKey();
    const wanted = { settings: { ...settings, resultKey }, plan: plan.value };
    const begun = await beginSession(this.secret, wanted);
    this.busy = false;
    this.failure = begun.ok ? null : begun.error;
    if (begun.ok) holdForSession(begun.value.session, settings.title, secret);
    if (begun.ok) this.#run(begun.value);
  }

  #run(entrance: Entrance): void {
    this.#transport?.close();
    this.entrance = entrance;
    this.step = 'running';
    this.stage = null;
    this.view = null;
    this.seats = new Map();
    this.plan = [];
    const { session } = entrance;
    void this.#fetchPlan(session);
    const transport = openLine({
      clientId: `host-${freshKey().slice(0, 12)}`,
      username: 'host',
      password: this.secret,
      will: null,
    });
    this.#transport = transport;
    transport.subscribe(topics.stage(session), (text) => (this.stage = JSON.parse(text) as Stage));
    transport.subscribe(topics.host(session), (text) => this.#take(JSON.parse(text) as HostNews));
    transport.watch((state) => {
      this.line = state;
      if (state === 'connected') transport.send(topics.hostUp(session), '{"t":"here"}');
    });
  }

  #take(news: HostNews): void {
    switch (news.t) {
      case 'view':
        this.view = news.view;
        this.viewAt = Date.now();
        return;
      case 'seats': {
        const seats = new Map(news.all ? [] : this.seats);
        for (const seat of news.seats) seats.set(seat.id, seat);
        this.seats = seats;
        return;
      }
      case 'left':
        this.seats = new Map([...this.seats].filter(([id]) => id !== news.seat));
        return;
      case 'done':
        this.#waiting.get(news.id)?.(news.failure);
        this.#waiting.delete(news.id);
    }
  }

  /** Asks for something; what stands in its way is shown. */
  async tap(command: Command): Promise<void> {
    if (!this.#transport || !this.entrance) return;
    this.busy = true;
    const id = freshKey();
    const done = new Promise<Failure | null>((resolve) => this.#waiting.set(id, resolve));
    const message = JSON.stringify({ t: 'do', id, command });
    void this.#transport.deliver(topics.hostUp(this.entrance.session), message);
    const failure = await done;
    this.failure = failure && inWords(failure);
    this.busy = false;
  }

  /** The keys are not on the wire before they are shown; the log, on this machine, has them. */
  async #fetchPlan(session: string): Promise<void> {
    const whole = await this.whole(session);
    if (whole.ok && this.entrance?.session === session) this.plan = whole.value.plan;
  }

  /** The sessions that this machine has kept, the newest first. */
  kept(): Promise<Result<{ sessions: readonly string[] }>> {
    return keptSessions(this.secret);
  }

  /** A session as its log tells it, for reports: with every answer, and who gave it. */
  async whole(session: string): Promise<Result<Session>> {
    const log = await sessionLog(this.secret, session);
    return log.ok ? ok(foldSession(log.value)) : log;
  }

  /**
   * Takes the session into the gradebook of this device.
   *
   * @returns where its record is shown
   */
  async keepRecord(): Promise<Result<string>> {
    if (!this.entrance) return ok('/class');
    const kept = await keepSession(this.secret, this.entrance.session);
    this.failure = kept.ok ? null : kept.error;
    return kept.ok ? ok(recordHref(kept.value.id)) : kept;
  }

  /** After the end: on to another session. */
  again(): void {
    this.#transport?.close();
    this.entrance = null;
    this.step = 'choosing';
  }

  close(): void {
    this.#transport?.close();
  }
}
