import { Database, Encryption, type Place, type SealedTable, Secret } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { newBrowserSecret, sha256 } from './browser-secret.js';

const TABLE = 'user.sign_in_attempts';

export const SEALED_ATTEMPTS: SealedTable = {
  table: TABLE,
  row: 'state_hash',
  keyId: 'key_id',
  columns: ['verifier'],
};

const Row = z.object({
  verifier: z.instanceof(Buffer),
  keyId: z.string(),
  next: z.string(),
  live: z.boolean(),
});

/** The half of a sign-in that was kept here while the person was at GitHub. */
export interface Attempt {
  verifier: Secret;
  next: string;
}

const placeOf = (stateHash: Buffer): Place => ({
  table: TABLE,
  column: 'verifier',
  row: `\\x${stateHash.toString('hex')}`,
});

/** Sign-ins under way, for ten minutes: hashes of state and browser, and the verifier encrypted. */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption,
  ) {}

  /** Returns the state to send along. `nonce` is what the browser keeps. */
  async open(nonce: string, verifier: Secret, next: string): Promise<string> {
    const state = newBrowserSecret();
    const stateHash = sha256(state);
    const { keyId, bytes } = this.encryption.seal(verifier, placeOf(stateHash));
    await this.database.transaction(
      (sql) => sql`
        insert into "user".sign_in_attempts (state_hash, browser_hash, verifier, key_id, next, expires_at)
        values (${stateHash}, ${sha256(nonce)}, ${bytes}, ${keyId}, ${next}, now() + interval '10 minutes')`,
    );
    return state;
  }

  /** Marks the attempt used, in one statement, so that of any number of callers one gets it. */
  async take(state: string, nonce: string): Promise<Attempt | 'state_invalid' | 'expired'> {
    const stateHash = sha256(state);
    const rows = await this.database.transaction(
      (sql) => sql`
        update "user".sign_in_attempts set used_at = now()
        where state_hash = ${stateHash} and browser_hash = ${sha256(nonce)} and used_at is null
        returning verifier, key_id as "keyId", next, expires_at > now() as live`,
    );
    const [row] = Row.array().parse(rows);
    if (!row) return 'state_invalid';
    if (!row.live) return 'expired';
    return {
      verifier: this.encryption.open({ keyId: row.keyId, bytes: row.verifier }, placeOf(stateHash)),
      next: row.next,
    };
  }
}
