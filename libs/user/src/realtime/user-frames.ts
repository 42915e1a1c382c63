import { FramesOf, type ShowsFrames } from '@foundry/messaging';
import type { Frame } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { ApiTokensChanged } from '../contracts/index.js';

/** One token, whole. Only its person ever sees it. */
@Injectable()
@FramesOf(ApiTokensChanged)
export class ApiTokensFrames implements ShowsFrames<ApiTokensChanged> {
  frames({ payload: { userId, token } }: ApiTokensChanged): Frame[] {
    return [{ topic: `app:${userId}`, type: 'apiTokens', data: token }];
  }
}
