import type { Id64, Uuid } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ApiTokenView, TokenScope } from '../contracts/index.js';
import { TokenExpiry, TokenIdTaken, TokenScopeUnknown } from './rejections.js';

/** Live tokens that one person may have. */
export const LIVE_TOKENS = 50;

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_DAYS = 365;
/** A sender's clock, and the time on the way: a request for one day or for 365 days is never refused for seconds. */
const TOLERANCE_MS = 10 * 60 * 1000;

/** What a person asks for. */
export interface TokenRequest {
  tokenId: Uuid;
  userId: Id64;
  name: string;
  hash: string;
  prefix: string;
  scopes: readonly string[];
  organizationId: Id64 | null;
  expiresAt: Date;
}

/** A person's API token. The secret is never here, only its SHA-256. */
@Entity({ schema: 'user', name: 'api_tokens' })
export class ApiToken {
  @PrimaryColumn('uuid', { name: 'token_id' }) tokenId!: Uuid;
  @Column('bigint', { name: 'user_id' }) userId!: Id64;
  @Column('text') private name!: string;
  @Column('bytea') private hash!: Buffer;
  @Column('text') private prefix!: string;
  @Column('text', { array: true }) private scopes!: TokenScope[];
  @Column('bigint', { name: 'organization_id', nullable: true }) private organizationId!: Id64 | null;
  @Column('timestamptz', { name: 'created_at' }) private createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) private expiresAt!: Date;
  // Written beside the queue at each use; never by an entity that was loaded before it.
  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true, update: false })
  private lastUsedAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) private revokedAt!: Date | null;
  @Column('integer') private version!: number;

  static create(request: TokenRequest, now: Date): ApiToken {
    const token = new ApiToken();
    token.tokenId = request.tokenId;
    token.userId = request.userId;
    token.name = request.name;
    token.hash = Buffer.from(request.hash, 'hex');
    token.prefix = request.prefix;
    token.scopes = knownScopes(request.scopes);
    token.organizationId = request.organizationId;
    token.createdAt = now;
    token.expiresAt = withinLimits(request.expiresAt, now);
    token.lastUsedAt = null;
    token.revokedAt = null;
    token.version = 1;
    return token;
  }

  /** The same request again is no second token; another one under its id is refused. */
  mustBe(request: TokenRequest): void {
    const same =
      request.userId === this.userId &&
      request.name === this.name &&
      request.hash === this.hash.toString('hex') &&
      request.organizationId === this.organizationId &&
      request.scopes.join() === this.scopes.join() &&
      request.expiresAt.getTime() === this.expiresAt.getTime();
    if (!same) throw new TokenIdTaken();
  }

  /** False: it was revoked before. */
  revoke(now: Date): boolean {
    if (this.revokedAt !== null) return false;
    this.revokedAt = now;
    this.version += 1;
    return true;
  }

  view(): ApiTokenView {
    return {
      tokenId: this.tokenId,
      name: this.name,
      prefix: this.prefix,
      scopes: this.scopes,
      organizationId: this.organizationId,
      createdAt: this.createdAt.toISOString(),
      expiresAt: this.expiresAt.toISOString(),
      lastUsedAt: this.lastUsedAt?.toISOString() ?? null,
      revokedAt: this.revokedAt?.toISOString() ?? null,
      version: this.version,
    };
  }
}

function knownScopes(asked: readonly string[]): TokenScope[] {
  return asked.map((scope, index) => {
    const known = TokenScope.safeParse(scope);
    if (!known.success || asked.indexOf(scope) !== index) throw new TokenScopeUnknown(scope);
    return known.data;
  });
}

function withinLimits(expiresAt: Date, now: Date): Date {
  const life = expiresAt.getTime() - now.getTime();
  if (life < DAY_MS - TOLERANCE_MS || life > LONGEST_DAYS * DAY_MS + TOLERANCE_MS) throw new TokenExpiry();
  return expiresAt;
}
