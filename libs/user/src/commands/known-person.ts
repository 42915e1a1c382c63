import { NotFound, type Tx } from '@foundry/messaging';
import { UserView } from '../contracts/index.js';

/** The person as they are now. Refused with `resource.not_found` for somebody who never came, or left. */
export async function knownPerson(tx: Tx, userId: string): Promise<UserView> {
  const rows = await tx.sql`
    select user_id as "userId", login, name, avatar_url as "avatarUrl", version from "user".users
    where user_id = ${userId} and deleted_at is null`;
  const [user] = UserView.array().parse(rows);
  if (!user) throw new NotFound('This user');
  return user;
}
