import { NotFound, type Tx } from '@foundry/messaging';
import { knownPerson } from '../known-person.js';

/** The person of the payload sends it themselves, signed in or with a token of theirs, and has not left. */
export async function mustActThemselves(tx: Tx, userId: string): Promise<void> {
  const { actor } = tx;
  if (actor.kind !== 'user' || actor.userId !== userId) throw new NotFound('This user');
  await knownPerson(tx, userId);
}

/** Whether the person has an account here; what is said of others is kept nowhere. */
export async function isHere(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx.sql`select 1 from "user".users where user_id = ${userId} and deleted_at is null`;
  return rows.length > 0;
}
