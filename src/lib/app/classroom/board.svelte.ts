import {
  topics,
  type BoardView,
  type Stage,
  type Transport,
  type TransportState,
} from '../../classroom/index.ts';
import { freshKey, openLine } from './line.ts';

/** What is shown to the whole class: for a projector of its own. */
export class BoardDesk {
  line = $state<TransportState>('connecting');
  stage = $state.raw<Stage | null>(null);
  view = $state.raw<BoardView | null>(null);
  /** When `view` came: its `left` counts from there. */
  viewAt = $state(0);
  /** The secret of the QR code by which phones come in, and where they reach the machine. */
  join = $state('');
  origin = $state('');
  #transport: Transport | null = null;

  /** @param fragment of the address that the teacher’s page leads to: see `HostDesk.boardHref` */
  open(fragment: string): void {
    const [session = '', secret = '', join = '', ...origin] = fragment.split('.');
    this.join = join;
    this.origin = origin.join('.') || location.origin;
    // Opened again by its own address: the line before goes.
    this.#transport?.close();
    const transport = openLine({
      clientId: `board-${freshKey().slice(0, 12)}`,
      username: 'board',
      password: secret,
      will: null,
    });
    this.#transport = transport;
    transport.subscribe(topics.stage(session), (text) => (this.stage = JSON.parse(text) as Stage));
    transport.subscribe(topics.board(session), (text) => {
      this.view = JSON.parse(text) as BoardView;
      this.viewAt = Date.now();
    });
    transport.watch((state) => {
      this.line = state;
      if (state === 'connected') transport.send(topics.boardUp(session), '{"t":"here"}');
    });
  }

  close(): void {
    this.#transport?.close();
  }
}
