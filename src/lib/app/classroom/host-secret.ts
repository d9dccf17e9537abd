const KEPT = 'recite-host';

/** The secret by which this browser leads classes on the machine that serves it; '' where it has none. */
export function keptHostSecret(): string {
  try {
    return localStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}

export function keepHostSecret(secret: string): void {
  try {
    localStorage.setItem(KEPT, secret);
  } catch {
    // Then the address of the terminal opens it again.
  }
}
