import { FramesOf, type ShowsFrames } from '@foundry/messaging';
import type { Frame } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { AccountChanged, ApiTokensChanged, PreferencesChanged, SignedIn } from '../contracts/index.js';

/** One token, whole. Only its person ever sees it. */
@Injectable()
@FramesOf(ApiTokensChanged)
export class ApiTokensFrames implements ShowsFrames<ApiTokensChanged> {
  frames({ payload: { userId, token } }: ApiTokensChanged): Frame[] {
    return [{ topic: `app:${userId}`, type: 'apiTokens', data: token }];
  }
}

/** How the link to GitHub stands: whether the person has to connect it again. */
@Injectable()
@FramesOf(AccountChanged)
export class AccountFrames implements ShowsFrames<AccountChanged> {
  frames({ payload: { userId, account } }: AccountChanged): Frame[] {
    return [{ topic: `app:${userId}`, type: 'account', data: account }];
  }
}

/** Login, name or picture may be others since the last sign-in, and the link to GitHub is a fresh one. */
@Injectable()
@FramesOf(SignedIn)
export class SignedInFrames implements ShowsFrames<SignedIn> {
  frames({ payload: { userId, user } }: SignedIn): Frame[] {
    const topic = `app:${userId}`;
    return [
      { topic, type: 'user', data: user },
      { topic, type: 'account', data: { state: 'connected', reason: null } },
    ];
  }
}

@Injectable()
@FramesOf(PreferencesChanged)
export class PreferencesFrames implements ShowsFrames<PreferencesChanged> {
  frames({ payload: { userId, preferences } }: PreferencesChanged): Frame[] {
    return [{ topic: `app:${userId}`, type: 'preferences', data: preferences }];
  }
}
