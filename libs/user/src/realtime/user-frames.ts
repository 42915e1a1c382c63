import { FramesOf, type ShowsFrames } from '@foundry/messaging';
import type { Frame } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { ApiTokensChanged, PreferencesChanged, SignedIn } from '../contracts/index.js';

/** One token, whole. Only its person ever sees it. */
@Injectable()
@FramesOf(ApiTokensChanged)
export class ApiTokensFrames implements ShowsFrames<ApiTokensChanged> {
  frames({ payload: { userId, token } }: ApiTokensChanged): Frame[] {
    return [{ topic: `app:${userId}`, type: 'apiTokens', data: token }];
  }
}

/** Login, name or picture may be others since the last sign-in. */
@Injectable()
@FramesOf(SignedIn)
export class SignedInFrames implements ShowsFrames<SignedIn> {
  frames({ payload: { userId, user } }: SignedIn): Frame[] {
    return [{ topic: `app:${userId}`, type: 'user', data: user }];
  }
}

@Injectable()
@FramesOf(PreferencesChanged)
export class PreferencesFrames implements ShowsFrames<PreferencesChanged> {
  frames({ payload: { userId, preferences } }: PreferencesChanged): Frame[] {
    return [{ topic: `app:${userId}`, type: 'preferences', data: preferences }];
  }
}
