import { Database, KeyRing } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { z } from 'zod';

const Count = z.tuple([z.object({ count: z.number() })]);

/** Tries that one address has in a minute. */
const TRIES = 10;

/** Counts by address and minute, the same for every instance. Of the address only a keyed hash is kept. */
@Injectable()
export class SignInCounts {
  private readonly key: Buffer;

  constructor(
    private readonly database: Database,
    keys: KeyRing,
  ) {
    [this.key] = keys.derived('addresses');
  }

  /** Whether this address may try once more in this minute. */
  async mayTry(address: string): Promise<boolean> {
    return (await this.count('try', address)) <= TRIES;
  }

  /** Whether this refusal is the first of the address in this minute, and so worth an entry. */
  async isFirstRefusal(address: string): Promise<boolean> {
    return (await this.count('refusal', address)) === 1;
  }

  private async count(kind: 'try' | 'refusal', address: string): Promise<number> {
    const hash = createHmac('sha256', this.key).update(address).digest();
    const rows = await this.database.transaction(
      (sql) => sql`
        insert into "user".sign_in_counts as c (kind, address_hash, minute, count)
        values (${kind}, ${hash}, date_trunc('minute', now()), 1)
        on conflict (kind, address_hash, minute) do update set count = c.count + 1
        returning count`,
    );
    return Count.parse(rows)[0].count;
  }
}
