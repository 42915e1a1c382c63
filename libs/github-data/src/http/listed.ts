import { type Answer, type Asked, Pages } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { Position } from '../queries/lists.query.js';

/** How one list is read: in its order, at most `take` rows after a position. */
export interface ListReading<Row> {
  read(after: Position | null, take: number): Promise<readonly Row[]>;
  positionOf(row: Row): Position;
}

/** Answers the lists of this module, each ordered by a time or text and an id. */
@Injectable()
export class Listed {
  constructor(private readonly pages: Pages) {}

  /** The page that `query` asks for. Throws `cursor.invalid` for a cursor of another list, filter or caller. */
  async answer<Row>(
    asked: Asked,
    query: { limit: number; cursor?: string | undefined },
    list: ListReading<Row>,
  ): Promise<Answer> {
    const page = this.pages.open(asked, query, Position);
    return page.of(await list.read(page.after, page.take), (row) => list.positionOf(row));
  }
}
