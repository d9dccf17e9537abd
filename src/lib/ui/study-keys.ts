/** What keys do while a card is studied: those who hear them, name them and list them read this. */
export const STUDY_KEYS = {
  show: [' ', 'Enter'],
  grade: ['1', '2', '3', '4'],
  good: [' '],
  undo: ['z'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
