import type { Failure } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { GithubFailure } from '../client/github-failure.js';
import { DeferRun, FailRun } from '../contracts/index.js';

interface OnRun {
  organizationId: string;
  runId: string;
}

/** What a run does about a call that failed: it waits when GitHub named a time, else it fails. */
export function afterFailure({ organizationId, runId }: OnRun, failure: GithubFailure): CommandMessage {
  const { until, code, message } = failure;
  if (until) return new DeferRun({ organizationId, runId, until: until.toISOString(), reason: code });
  return new FailRun({ organizationId, runId, code, text: message });
}

/** The same for an effect that the kernel gave up. */
export const givenUp = ({ organizationId, runId }: OnRun, { code }: Failure): FailRun =>
  new FailRun({ organizationId, runId, code, text: 'GitHub could not be read in time. Start the sync again.' });

/** Runs the calls of one step; a failure becomes the command that says so, everything else goes on up. */
export async function orFailure(
  work: () => Promise<CommandMessage>,
  failed: (failure: GithubFailure) => CommandMessage,
): Promise<CommandMessage> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GithubFailure) return failed(error);
    throw error;
  }
}
