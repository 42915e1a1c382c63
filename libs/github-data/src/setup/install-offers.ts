import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Database, KeyRing } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';

/** Nonce and keyed hash: 43 characters each. */
const FORM = /^([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{43})$/;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Who began an installation: the person, and the browser in which they did. */
export interface Beginner {
  userId: string;
  sessionId: string;
}

/** Installations that people have begun here. What GitHub hands back is good for an hour, once, in the same session. */
@Injectable()
export class InstallOffers {
  private readonly keys: readonly [Buffer, ...Buffer[]];

  constructor(
    private readonly database: Database,
    keys: KeyRing,
  ) {
    this.keys = keys.derived('installations');
  }

  /** Returns the state to send along. */
  async open(beginner: Beginner): Promise<string> {
    const nonce = randomBytes(32).toString('base64url');
    await this.database.transaction(async (sql) => {
      await sql`delete from github_data.install_claims where state = 'offered' and expires_at < now()`;
      await sql`insert into github_data.install_claims (nonce_hash, user_id, state, expires_at)
        values (${hashOf(nonce)}, ${beginner.userId}, 'offered', now() + interval '1 hour')`;
    });
    return `${nonce}.${signed(this.keys[0], nonce, beginner).toString('base64url')}`;
  }

  /**
   * What the claim is known by. A state that this session did not begin gives a hash that nothing is known by, so that
   * the claim is refused, and the refusal audited, like every other.
   */
  claimOf(state: string, beginner: Beginner): string {
    const [, nonce = '', mac = ''] = FORM.exec(state) ?? [];
    const given = Buffer.from(mac, 'base64url');
    const fits = (key: Buffer): boolean => {
      const own = signed(key, nonce, beginner);
      return own.length === given.length && timingSafeEqual(own, given);
    };
    return this.keys.some(fits) ? hashOf(nonce) : hashOf(`foreign ${state}`);
  }
}

const signed = (key: Buffer, nonce: string, { userId, sessionId }: Beginner): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([nonce, userId, sessionId]))
    .digest();
