import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { ApiTokensChanged, type ApiTokenView, RevokeApiToken } from '../contracts/index.js';
import { ApiToken } from '../domain/api-token.entity.js';
import { mustBeOwn } from './must-be-own.js';

@CommandHandler(RevokeApiToken)
export class RevokeApiTokenHandler extends Handler<RevokeApiToken> {
  async handle({ payload: { userId, tokenId } }: RevokeApiToken, tx: Tx): Promise<ApiTokenView> {
    mustBeOwn(tx, userId);
    const token = await tx.load(ApiToken, { tokenId, userId });
    if (!token.revoke(tx.now)) return token.view();
    await tx.save(token);
    const view = token.view();
    tx.emit(new ApiTokensChanged({ userId, version: view.version, token: view }));
    return view;
  }
}
