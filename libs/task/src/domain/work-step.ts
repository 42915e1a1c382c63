import type { EffectMessage } from '@foundry/messaging/contracts';
import type { SandboxView } from '@foundry/sandbox/contracts';
import { PushBranch, RevertPath, SyncBranch } from '../contracts/index.js';
import { later, type Moment } from './moment.js';
import type { Operation } from './operation.entity.js';
import type { WholeTask } from './whole-task.js';

const STEPS = { push: 'push', publish: 'push', sync: 'sync', revert: 'revert' } as const;
/** A little more than what the effects have, so that their own answer comes first. */
const WORK_MS = { push: 5 * 60_000, sync: 5 * 60_000, revert: 75_000 } as const;

/** Asks for the work on the repository. */
export function askWork(whole: WholeTask, operation: Operation, machine: SandboxView, moment: Moment): void {
  const { kind, operationId } = operation;
  if (kind !== 'push' && kind !== 'publish' && kind !== 'sync' && kind !== 'revert') return;
  const step = STEPS[kind];
  const at = later(moment, WORK_MS[step]);
  operation.run(step, at, moment.now);
  whole.intents.push(
    { kind: 'work', effect: effectOf(whole, operation, machine), row: operation },
    { kind: 'wake', key: `task.operation:${operationId}`, at },
  );
  whole.touch(operation);
}

function effectOf(whole: WholeTask, operation: Operation, machine: SandboxView): EffectMessage {
  const { task, named, around } = whole;
  const { sandboxId, generation } = machine;
  const { operationId, attempt, input } = operation;
  const work = { ...named, sandboxId, generation, operationId, attempt };
  const { branch, baseBranch } = task;
  const { cloneUrl } = around;
  switch (input.kind) {
    case 'push': {
      const expectedSha = input.force?.expectedSha ?? null;
      return new PushBranch({ ...work, branch, cloneUrl, commitMessage: input.commitMessage, expectedSha });
    }
    case 'publish':
      return new PushBranch({ ...work, branch, cloneUrl, commitMessage: input.commitMessage, expectedSha: null });
    case 'sync': {
      const fork = task.fork ? { pullRequest: task.pullRequest?.number ?? null } : null;
      return new SyncBranch({ ...work, branch, cloneUrl, baseBranch, method: input.method, fork });
    }
    case 'revert': {
      const { path, oldPath, commitSha } = input;
      return new RevertPath({ ...work, path, oldPath, commitSha });
    }
    default:
      throw new Error(`Operation ${operationId} does nothing to the repository.`);
  }
}
