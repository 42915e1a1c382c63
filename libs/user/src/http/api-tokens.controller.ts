import { randomUUID } from 'node:crypto';
import { Allow, Answer, As, Asked, ask, BodyOf, Commands, Invalid, PathOf, Route } from '@foundry/messaging';
import { MembershipOf } from '@foundry/organization/contracts';
import { Controller, Delete, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTokensOf, CreateApiToken, RevokeApiToken, TokenSecrets } from '../contracts/index.js';
import { tokenExpiry, tokenIdTaken, tokenLimit, tokenScope } from '../domain/rejections.js';
import { ApiTokenBody, ApiTokenList, ApiTokenPath, CreatedApiToken } from './api-token-bodies.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The caller's own API tokens. Tokens themselves may not come here. */
@Controller('v1/me/api-tokens')
export class ApiTokensController {
  constructor(
    private readonly commands: Commands,
    private readonly queries: QueryBus,
    private readonly secrets: TokenSecrets,
  ) {}

  @Get()
  @Allow({ sessionOnly: true })
  @Route({
    operationId: 'listApiTokens',
    tag: 'user',
    summary: 'List your API tokens',
    description: 'Tokens that may be used first, then those that ended in the last 30 days. Never with their secrets.',
    answers: { 200: ApiTokenList },
  })
  async list(@As() { caller }: Asked): Promise<ApiTokenList> {
    return { items: await ask(this.queries, new ApiTokensOf(caller.actor.userId)), nextCursor: null };
  }

  @Post()
  @Allow({ sessionOnly: true })
  @Route({
    operationId: 'createApiToken',
    tag: 'user',
    summary: 'Make an API token',
    description:
      'Draws a secret and shows it once; only its hash is kept. Not settled in time: the secret is thrown away, and the ' +
      'token can only be revoked. At most 50 live tokens.',
    answers: { 201: CreatedApiToken },
    problems: [tokenLimit, tokenExpiry, tokenScope, tokenIdTaken],
    command: CreateApiToken,
  })
  async create(@BodyOf(ApiTokenBody) body: ApiTokenBody, @As() asked: Asked): Promise<Answer> {
    const { userId } = asked.caller.actor;
    const { tokenId = randomUUID(), expiresInDays, organizationId, ...wanted } = body;
    await this.mustBelong(userId, organizationId);
    const { secret, hash, prefix } = this.secrets.draw();
    const payload = {
      ...wanted,
      userId,
      tokenId,
      organizationId,
      hash,
      prefix,
      expiresAt: new Date(Date.now() + expiresInDays * DAY_MS).toISOString(),
    };
    return this.commands.execute(asked, CreateApiToken, payload, {
      location: (token) => `/v1/me/api-tokens/${token.tokenId}`,
      body: (token, replayed) => ({ ...token, secret: replayed ? null : secret }),
      pending: { tokenId },
    });
  }

  @Delete(':tokenId')
  @Allow({ sessionOnly: true })
  @Route({
    operationId: 'revokeApiToken',
    tag: 'user',
    summary: 'Revoke an API token',
    description: 'Ends the token for good and closes its sockets. Repeating it changes nothing.',
    answers: { 204: null },
    command: RevokeApiToken,
  })
  revoke(@PathOf(ApiTokenPath) { tokenId }: ApiTokenPath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, RevokeApiToken, { userId: asked.caller.actor.userId, tokenId });
  }

  private async mustBelong(userId: string, organizationId: string | null): Promise<void> {
    if (organizationId === null) return;
    if (await ask(this.queries, new MembershipOf(userId, organizationId))) return;
    throw new Invalid('You are not a member of this organization.', [
      { pointer: '/organizationId', code: 'not_found', detail: 'must be an organization of yours' },
    ]);
  }
}
