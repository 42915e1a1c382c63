import { Database } from '@foundry/messaging';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { DEFAULT_PREFERENCES, PreferencesOf, PreferencesPatch, type PreferencesView } from '../contracts/index.js';
import { preferencesView } from '../domain/preferences.entity.js';

const Row = z.object({ data: PreferencesPatch, version: z.number() });

@QueryHandler(PreferencesOf)
export class PreferencesOfQuery implements IQueryHandler<PreferencesOf, PreferencesView> {
  constructor(private readonly database: Database) {}

  async execute({ userId }: PreferencesOf): Promise<PreferencesView> {
    const rows = await this.database.sql`select data, version from "user".preferences where user_id = ${userId}`;
    const [row] = Row.array().parse(rows);
    return row ? preferencesView(row.data, row.version) : DEFAULT_PREFERENCES;
  }
}
