import { z } from 'zod';
import { RunState, SyncPhase, SyncScope, SyncTrigger } from './names.js';
import { AT, atOrNull, count, repositoryId, text, textOrNull } from './view-fields.js';

/** For the examples of what has a run in it. */
export const exampleRun = {
  runId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
  trigger: 'installation' as const,
  scope: 'all' as const,
  state: 'running' as const,
  phase: 'pull_requests' as const,
  done: 120,
  total: 500,
  failed: 0,
  requests: 130,
  waitingUntil: null,
  waitingReason: null,
  startedAt: AT,
  finishedAt: null,
  errorCode: null,
  errorText: null,
};

/** One run: what it did so far. */
export const SyncRunView = z
  .object({
    runId: z.uuid().meta({ description: 'Id of the run.' }),
    trigger: SyncTrigger.meta({ description: 'Why it was asked for.' }),
    scope: SyncScope.meta({ description: 'Everything, or the ids of these repositories.' }),
    state: RunState.meta({ description: 'Partial: some repositories could not be read.' }),
    phase: SyncPhase.meta({ description: 'What it is doing.' }),
    done: count('Steps of this phase that are done.'),
    total: z.int().min(0).nullable().meta({ description: 'Steps of this phase, when known.' }),
    failed: count('Repositories that could not be read.'),
    requests: count('Calls to GitHub so far.'),
    waitingUntil: atOrNull('GitHub asked to wait until then; it goes on by itself.'),
    waitingReason: textOrNull('Why it waits.'),
    startedAt: atOrNull('When it began; null while queued.'),
    finishedAt: atOrNull('When it ended.'),
    errorCode: textOrNull('Why it failed.'),
    errorText: textOrNull('The same for people, with the way out.'),
  })
  .meta({ id: 'SyncRun', description: 'One run of reading GitHub.', examples: [exampleRun] });
export type SyncRunView = z.infer<typeof SyncRunView>;

/** A run with what became of each repository that could not be read. */
export const SyncRunDetail = SyncRunView.extend({
  errors: z
    .array(
      z.object({
        repositoryId,
        fullName: text('Owner and name.'),
        error: text('Why it could not be read.'),
      }),
    )
    .meta({ description: 'Repositories that could not be read.' }),
}).meta({
  id: 'SyncRunDetail',
  description: 'One run with its errors.',
  examples: [
    { ...exampleRun, errors: [{ repositoryId: '1296269', fullName: 'acme/orders', error: 'github.unavailable' }] },
  ],
});
export type SyncRunDetail = z.infer<typeof SyncRunDetail>;
