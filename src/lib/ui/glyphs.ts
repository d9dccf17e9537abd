/** Icons that only the reader has, on the same grid: the way to the first card carries none of them. */
export const glyphs = {
  copy: 'M9.5 8h8.75a1.5 1.5 0 0 1 1.5 1.5v9.25a1.5 1.5 0 0 1-1.5 1.5H9.5a1.5 1.5 0 0 1-1.5-1.5V9.5A1.5 1.5 0 0 1 9.5 8ZM8 16H5.75a1.5 1.5 0 0 1-1.5-1.5V5.25a1.5 1.5 0 0 1 1.5-1.5h8.75a1.5 1.5 0 0 1 1.5 1.5V8',
  share:
    'M12 15V3.75M8.25 7.25 12 3.5l3.75 3.75M7.5 10.5H6A1.5 1.5 0 0 0 4.5 12v7A1.5 1.5 0 0 0 6 20.5h12a1.5 1.5 0 0 0 1.5-1.5v-7a1.5 1.5 0 0 0-1.5-1.5h-1.5',
  play: 'M8 5.25v13.5L18.75 12Z',
  pause: 'M9 6v12M15 6v12',
  stepBack: 'M18 6.25v11.5L9.25 12ZM6 6.25v11.5',
  stepOn: 'M6 6.25v11.5L14.75 12ZM18 6.25v11.5',
} as const;
