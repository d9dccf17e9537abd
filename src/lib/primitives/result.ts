/** An expected outcome that may fail. Failures are values; exceptions are for bugs. */
export type Result<T, E = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Why something did not work, in words for the person who meets it. */
export interface Failure {
  /** A stable name for the program, e.g. `storage-full`. */
  readonly code: string;
  /** What happened, what was kept, and what to do: one or two sentences. */
  readonly message: string;
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
