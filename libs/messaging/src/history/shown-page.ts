import type { Answer } from '../http/answer.js';
import type { Page } from '../http/pages.js';

/** The page of rows as their views, where the view does not carry what orders the list. */
export function shownPage<Row, View extends object, Position>(
  page: Page<Position>,
  rows: readonly Row[],
  view: (row: Row) => View,
  placeOf: (row: Row) => Position,
): Answer {
  const shown = new Map(rows.map((row) => [view(row), row]));
  return page.of([...shown.keys()], (item) => {
    const row = shown.get(item);
    if (!row) throw new Error('A page was asked for the place of a row that it does not have.');
    return placeOf(row);
  });
}
