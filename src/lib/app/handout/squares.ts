export type Squares = readonly (readonly boolean[])[];

/**
 * Texts as QR codes, row by row, true is dark; the encoder is loaded when there is something to show.
 * With the four squares of white around that scanners count on.
 *
 * @param firm reads also where a part is dirty or reflects, for some more squares
 */
export async function squaresOf(texts: readonly string[], firm = false): Promise<Squares[]> {
  const { encodeQR } = await import('qr');
  const ecc = firm ? 'medium' : 'low';
  return texts.map((text) => encodeQR(text, 'raw', { ecc, border: 4 }));
}
