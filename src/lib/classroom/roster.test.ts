import { describe, expect, it } from 'vitest';
import { readRoster } from './roster.ts';

describe('a pasted list of names', () => {
  it('is read as registers and spreadsheets give it', () => {
    const text = 'Ana García\r\n 2. Ben\n3)\tCem\tYılmaz\n• Dana\n\n   \nEve; Finn';
    expect(readRoster(text)).toEqual(['Ana García', 'Ben', 'Cem Yılmaz', 'Dana', 'Eve', 'Finn']);
  });

  it('tells two students of one name apart, and takes no empty name', () => {
    expect(readRoster('Ana\nana\n<>\n12\n')).toEqual(['Ana', 'ana 2', '12']);
  });
});
