import { expect, it } from '@jest/globals';
import { csvCell } from './csv.js';

it.each(['=1+1', '+1', '-1', '@SUM(A1)'])('never lets a spreadsheet run %s', (formula) => {
  expect(csvCell(formula)).toBe(`"'${formula}"`);
});

it('quotes what would end a cell', () => {
  expect(csvCell('a,b')).toBe('"a,b"');
  expect(csvCell('say "hi"')).toBe('"say ""hi"""');
  expect(csvCell('plain')).toBe('plain');
  expect(csvCell(null)).toBe('');
});

it('shows what would be hidden or turned round', () => {
  expect(csvCell('main\u202Ecod.exe')).toBe('"main\\u202ecod.exe"');
  expect(csvCell('a\u0007b\nc')).toBe('"a\\u0007b\\u000ac"');
  expect(csvCell('\t=1')).toBe('"\'\\u0009=1"');
});
