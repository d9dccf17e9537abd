/** A student as the teacher sees them. */
export interface ListedSeat {
  readonly id: string;
  readonly name: string;
  readonly status: 'waiting' | 'in' | 'removed';
  /** Index into the teams. */
  readonly team: number | null;
  readonly factor: number;
  readonly present: boolean;
  readonly answered: boolean;
  /** How many of the questions that are open. */
  readonly given: number;
  readonly points: number;
  /** Someone in the room of the same name. */
  readonly like: string | null;
}
