/** From this many questions of a kind on, a share of them means something. */
export const ENOUGH_FOR_SHARES = 20;

/** Added to what chance gives before a position or a blind strategy counts as too good. */
export const TOLERANCE = 0.1;
