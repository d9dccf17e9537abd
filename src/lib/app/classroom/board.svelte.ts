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
  #transport: Transport | null = null;

  /** @param session and the board’s secret, as the teacher’s page has them */
  open(session: string, secret: string): void {
    const transport = openLine({
      clientId: `board-${freshKey().slice(0, 12)}`,
      username: 'board',
      password: secret,
      will: null,
    });
    this.#transport = transport;
    transport.subscribe(topics.stage(session), (text) => (this.stage = JSON.parse(text) as Stage));
    transport.subscribe(
      topics.board(session),
      (text) => (this.view = JSON.parse(text) as BoardView),
    );
    transport.watch((state) => {
      this.line = state;
      if (state === 'connected') transport.send(topics.boardUp(session), '{"t":"here"}');
    });
  }

  close(): void {
    this.#transport?.close();
  }
}
