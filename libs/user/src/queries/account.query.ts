import { Database } from '@foundry/messaging';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { AccountOf, AccountView } from '../contracts/index.js';

@QueryHandler(AccountOf)
export class AccountOfQuery implements IQueryHandler<AccountOf, AccountView> {
  constructor(private readonly database: Database) {}

  async execute({ userId }: AccountOf): Promise<AccountView> {
    const rows = await this.database.sql`
      select state, reason from "user".github_accounts where user_id = ${userId}`;
    return AccountView.array().parse(rows)[0] ?? { state: 'none', reason: null };
  }
}
