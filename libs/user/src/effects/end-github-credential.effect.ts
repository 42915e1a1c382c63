import { EffectFailed, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable, Optional } from '@nestjs/common';
import { EndGithubCredential, RecordCredentialEnded } from '../contracts/index.js';
import { CredentialEnds } from '../credentials/credential-ends.js';

/** Ends at GitHub what ended here already: five tries within two minutes. One that is over there is ended. */
@Injectable()
@PerformEffect(EndGithubCredential)
export class EndGithubCredentialEffect implements PerformsEffect<EndGithubCredential> {
  constructor(@Optional() private readonly ends?: CredentialEnds) {}

  async perform({ payload: { userId, leaseId } }: EndGithubCredential): Promise<CommandMessage> {
    if (!(await this.ends?.tell(leaseId))) {
      throw new EffectFailed('github.unavailable', 'GitHub could not be told that a token ended.');
    }
    return new RecordCredentialEnded({ userId, leaseId, isEnded: true });
  }

  /** The token lapses by itself; the effect's line in the log says that this was not done. */
  giveUp({ payload: { userId, leaseId } }: EndGithubCredential): CommandMessage {
    return new RecordCredentialEnded({ userId, leaseId, isEnded: false });
  }
}
