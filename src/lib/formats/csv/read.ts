/**
 * A CSV file as rows of fields, after RFC 4180; lines may also end with LF or CR alone, and a mark of
 * UTF-8 at the beginning is passed over. Whatever it is given, it reads something: a quote that never
 * ends takes the rest.
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = () => {
    row.push(field);
    field = '';
  };
  const endRow = () => {
    endField();
    // An empty line is no row.
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  const begin = text.startsWith('\uFEFF') ? 1 : 0;
  for (let at = begin; at < text.length; at++) {
    const character = text[at]!;
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') field += text[++at]!;
      else quoted = false;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === ',') endField();
    else if (character === '\n' || character === '\r') endRow();
    else field += character;
  }
  endRow();
  return rows;
}
