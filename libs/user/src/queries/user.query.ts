import { Database } from '@foundry/messaging';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { UserOf, UserView } from '../contracts/index.js';

@QueryHandler(UserOf)
export class UserOfQuery implements IQueryHandler<UserOf, UserView | null> {
  constructor(private readonly database: Database) {}

  async execute({ userId }: UserOf): Promise<UserView | null> {
    const rows = await this.database.sql`
      select user_id as "userId", login, name, avatar_url as "avatarUrl", version from "user".users
      where user_id = ${userId} and deleted_at is null`;
    return UserView.array().parse(rows)[0] ?? null;
  }
}
