import { createHash, randomBytes } from 'node:crypto';
import { Database, type SqlRunner } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { ProductAddress, SetupLinks } from '../contracts/index.js';

const FORM = /^[A-Za-z0-9_-]{43}$/;

const sha256 = (value: string): Buffer => createHash('sha256').update(value).digest();

/** What GitHub hands back with the code. It proves that the link was known and does not tell the link. */
const stateOf = (token: string): string => sha256(`set-up state of ${token}`).toString('base64url');

/** One-time addresses of the set-up page. The database knows their hashes only; every instance accepts those of all. */
@Injectable()
export class StoredSetupLinks extends SetupLinks {
  constructor(
    private readonly database: Database,
    private readonly address: ProductAddress,
  ) {
    super();
  }

  async issue(): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.transaction(async (sql) => {
      await sql`delete from github_data.setup_links where expires_at < now()`;
      await sql`insert into github_data.setup_links (token_hash, state_hash, expires_at)
        values (${sha256(token)}, ${sha256(stateOf(token))}, now() + interval '1 hour')`;
    });
    return `${this.address.publicUrl}/v1/setup?token=${token}`;
  }

  /** The state that goes to GitHub with this link; null for an unknown, used or expired one. */
  async stateFor(token: string): Promise<string | null> {
    if (!FORM.test(token)) return null;
    const rows = await this.database.sql`select 1 from github_data.setup_links
      where token_hash = ${sha256(token)} and used_at is null and expires_at > now()`;
    return rows.length > 0 ? stateOf(token) : null;
  }

  /** Of any number of returns with one state, one may go on, for half a minute. */
  async claim(state: string): Promise<boolean> {
    if (!FORM.test(state)) return false;
    const rows = await this.database.transaction(
      (sql) => sql`
        update github_data.setup_links set claimed_until = now() + interval '30 seconds'
        where state_hash = ${sha256(state)} and used_at is null and expires_at > now()
          and (claimed_until is null or claimed_until < now())
        returning state_hash`,
    );
    return rows.length > 0;
  }

  /** Nothing came of it; the same return may be tried again. */
  async release(state: string): Promise<void> {
    await this.database.transaction(
      (sql) => sql`update github_data.setup_links set claimed_until = null where state_hash = ${sha256(state)}`,
    );
  }

  /** In the transaction that stores the App: no other link is good for a second one. */
  async endAll(sql: SqlRunner): Promise<void> {
    await sql`update github_data.setup_links set used_at = now() where used_at is null`;
  }
}
