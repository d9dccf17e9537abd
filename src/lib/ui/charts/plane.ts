/** The plane on which bars and lines are drawn, in pixels. */
export interface Plane {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where a share of the width lies. */
  readonly x: (share: number) => number;
  /** Where a value lies. */
  readonly y: (value: number) => number;
  /** The place that is read off; null for none. */
  readonly selected: number | null;
}
