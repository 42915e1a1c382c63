import { Database } from '@foundry/messaging';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { type Identity, IdentityOf } from '../contracts/index.js';
import { commitName, noreplyAddress } from '../domain/commit-identity.js';
import { GithubSite } from '../github/github-site.js';

const Row = z.array(
  z.object({
    userId: z.string(),
    login: z.string(),
    name: z.string().nullable(),
    avatarUrl: z.string().nullable(),
    primary: z.string().nullable(),
  }),
);

@QueryHandler(IdentityOf)
export class IdentityOfQuery implements IQueryHandler<IdentityOf, Identity | null> {
  constructor(
    private readonly database: Database,
    private readonly site: GithubSite,
  ) {}

  async execute({ userId }: IdentityOf): Promise<Identity | null> {
    const rows = await this.database.sql`
      select u.user_id as "userId", u.login, u.name, u.avatar_url as "avatarUrl",
        case when p.data->>'commitEmail' = 'primary' and u.email_verified then u.email end as "primary"
      from "user".users u left join "user".preferences p on p.user_id = u.user_id
      where u.user_id = ${userId} and u.deleted_at is null`;
    const [person] = Row.parse(rows);
    if (!person) return null;
    const { login, avatarUrl, primary } = person;
    const commitEmail = primary ?? noreplyAddress(person, this.site.webUrl);
    return { userId, login, avatarUrl, commitName: commitName(person), commitEmail };
  }
}
