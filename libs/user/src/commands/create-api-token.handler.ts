import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { ApiTokensChanged, type ApiTokenView, CreateApiToken } from '../contracts/index.js';
import { ApiToken, LIVE_TOKENS } from '../domain/api-token.entity.js';
import { TokenLimit } from '../domain/rejections.js';
import { mustBeOwn } from './must-be-own.js';

const Count = z.tuple([z.object({ live: z.number().int() })]);

@CommandHandler(CreateApiToken)
export class CreateApiTokenHandler extends Handler<CreateApiToken> {
  async handle({ payload }: CreateApiToken, tx: Tx): Promise<ApiTokenView> {
    const { userId, tokenId } = payload;
    mustBeOwn(tx, userId);
    const request = { ...payload, expiresAt: new Date(payload.expiresAt) };
    const known = await tx.find(ApiToken, { tokenId });
    if (known) {
      known.mustBe(request);
      return known.view();
    }
    const token = ApiToken.create(request, tx.now);
    if ((await liveTokens(tx, userId)) >= LIVE_TOKENS) throw new TokenLimit(LIVE_TOKENS);
    await tx.save(token);
    const view = token.view();
    tx.emit(new ApiTokensChanged({ userId, version: view.version, token: view }));
    return view;
  }
}

async function liveTokens(tx: Tx, userId: string): Promise<number> {
  const rows = await tx.sql`select count(*)::int as live from "user".api_tokens
    where user_id = ${userId} and revoked_at is null and expires_at > ${tx.now}`;
  return Count.parse(rows)[0].live;
}
