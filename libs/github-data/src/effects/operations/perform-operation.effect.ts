import { type Attempt, EffectFailed, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { GithubCredentials } from '@foundry/user/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { Github } from '../../client/github.js';
import { GithubFailure } from '../../client/github-failure.js';
import { type OperationError, PerformOperation, RecordOperation } from '../../contracts/index.js';
import { operationError } from '../../domain/operations/operation-error.js';
import { ActingPerson, type Place } from './acting-person.js';
import { closePullRequest } from './close-pull-request.js';
import { deleteBranch } from './delete-branch.js';
import type { Done } from './done.js';
import { markReady } from './mark-ready.js';
import { mergePullRequest } from './merge-pull-request.js';
import { openPullRequest } from './open-pull-request.js';
import { OperationRefused, wordsIn } from './operation-refused.js';

/**
 * Does at GitHub what one person asked for, with a credential lent by that person and no other. Each try begins by looking whether it
 * is done, so a worker that dies after GitHub's answer leaves nothing doubled.
 */
@Injectable()
@PerformEffect(PerformOperation)
export class PerformOperationEffect implements PerformsEffect<PerformOperation> {
  constructor(
    private readonly github: Github,
    @Optional() @Inject(GithubCredentials) private readonly credentials: GithubCredentials | null,
  ) {}

  async perform({ payload }: PerformOperation, attempt: Attempt): Promise<CommandMessage> {
    const { organizationId, repositoryId, fullName, userId, operation } = payload;
    const [owner = '', repo = ''] = fullName.split('/', 2);
    const person = new ActingPerson(this.github, this.credentials, { userId, organizationId, repositoryId }, attempt);
    const observedAt = new Date().toISOString();
    try {
      const done = await act(person, { repositoryId, owner, repo }, operation);
      return report(payload, { ...done, error: null, observedAt });
    } catch (error) {
      const refused = { result: null, pullRequest: null, observedAt, error: endOf(error) };
      return report(payload, refused);
    } finally {
      await person.release();
    }
  }

  giveUp({ payload }: PerformOperation, { code }: Failure): CommandMessage {
    const error = operationError(code === 'github.unavailable' ? code : 'operation.timed_out');
    return report(payload, { result: null, pullRequest: null, error, observedAt: new Date().toISOString() });
  }
}

function act(person: ActingPerson, place: Place, operation: PerformOperation['payload']['operation']): Promise<Done> {
  switch (operation.kind) {
    case 'open':
      return openPullRequest(person, place, operation);
    case 'merge':
      return mergePullRequest(person, place, operation);
    case 'close':
      return closePullRequest(person, place, operation);
    case 'mark_ready':
      return markReady(person, place, operation);
    case 'delete_branch':
      return deleteBranch(person, place, operation);
  }
}

/** How a failure ends the operation; what another try may mend is thrown on. */
function endOf(error: unknown): OperationError {
  if (error instanceof OperationRefused) return error.error;
  if (!(error instanceof GithubFailure)) throw error;
  const { kind, code, message, until } = error;
  const words = wordsIn(error);
  switch (kind) {
    case 'limited':
      return operationError('github.rate_limited', { until });
    case 'suspended':
      return operationError('github.suspended');
    case 'not_configured':
      return operationError('github.not_connected');
    case 'forbidden':
      return operationError(/archived/i.test(words) ? 'repository.archived' : 'repository.access_denied', { words });
    case 'missing':
      return operationError('repository.access_denied');
    case 'unauthorized':
      return operationError('user.reauthorize');
    case 'refused':
      return operationError('github.refused', { words });
    case 'unavailable':
    case 'unreadable':
      throw new EffectFailed(code, message);
  }
}

function report(
  { organizationId, operationId }: PerformOperation['payload'],
  end: Pick<RecordOperation['payload'], 'result' | 'error' | 'pullRequest' | 'observedAt'>,
): RecordOperation {
  return new RecordOperation({ organizationId, operationId, ...end });
}
