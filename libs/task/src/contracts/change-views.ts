import { Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { ChangesState, ChangeStatus, PatchState } from './names.js';

const AT = '2030-01-01T12:00:00.000Z';
const ID = '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11';
const SHA = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';
const count = (description: string) => z.int().min(0).meta({ description });
const shaOrNull = (description: string) => z.string().nullable().meta({ description });
const text = (description: string) => z.string().nullable().meta({ description });

/** What a task changed, in numbers: also the frame `changes` of its topic. */
export const ChangesView = z
  .object({
    taskId: Uuid.meta({ description: 'Id of the task.' }),
    state: ChangesState.meta({ description: 'Whether the list is read now, or its last reading failed.' }),
    code: text('Why the last reading failed; the list is the former one then.'),
    reason: text('The same in words.'),
    checkpointId: Uuid.nullable().meta({ description: 'The saved state that was read; null: none yet.' }),
    generation: z.int().nullable().meta({ description: 'The machine that it was read on.' }),
    headSha: shaOrNull('Commit that the branch was at.'),
    mergeBaseSha: shaOrNull('Commit that the work is compared with.'),
    ahead: count('Commits that the base branch does not have.'),
    behind: count('Commits of the base branch that this one does not have.'),
    unpushed: count('Commits that GitHub does not have.'),
    dirty: z.boolean().meta({ description: 'There are changes without a commit.' }),
    files: count('Files that differ.'),
    added: count('Lines that were added.'),
    removed: count('Lines that were removed.'),
    truncated: z.boolean().meta({ description: 'There is more than is listed or kept.' }),
    readAt: Timestamp.nullable().meta({ description: 'When it was read.' }),
    version: count('Rises by one with each change.'),
  })
  .meta({
    id: 'Changes',
    description: 'What a task changed, in numbers.',
    examples: [
      {
        ...{ taskId: ID, state: 'current' as const, code: null, reason: null, checkpointId: ID, generation: 1 },
        ...{ headSha: SHA, mergeBaseSha: SHA, ahead: 2, behind: 0, unpushed: 1, dirty: true },
        ...{ files: 3, added: 20, removed: 4, truncated: false, readAt: AT, version: 4 },
      },
    ],
  });
export type ChangesView = z.infer<typeof ChangesView>;

/** A file that differs from the base branch. */
export const ChangedFile = z
  .object({
    path: z.string().meta({ description: 'Its path in the repository, exactly.' }),
    oldPath: text('The path that it had before, when it was renamed.'),
    status: ChangeStatus.meta({ description: 'Added, modified, deleted, renamed, or of another type.' }),
    uncommitted: z.boolean().meta({ description: 'It differs from the last commit too.' }),
    added: count('Lines that were added; 0 for a binary file.'),
    removed: count('Lines that were removed; 0 for a binary file.'),
    binary: z.boolean().meta({ description: 'It is not text.' }),
    oldMode: z.string().meta({ description: 'Mode in the base, as git writes it; 000000: not there.' }),
    newMode: z.string().meta({ description: 'Mode now, as git writes it; 000000: not there.' }),
    patch: PatchState.meta({ description: 'Whether its patch can be read.' }),
  })
  .meta({
    id: 'ChangedFile',
    description: 'A file that differs from the base branch.',
    examples: [
      {
        ...{ path: 'src/index.ts', oldPath: null, status: 'M' as const, uncommitted: true, added: 3, removed: 1 },
        ...{ binary: false, oldMode: '100644', newMode: '100644', patch: 'text' as const },
      },
    ],
  });
export type ChangedFile = z.infer<typeof ChangedFile>;

/** The list of changes as it was read last. */
export const ChangeList = z
  .object({
    changes: ChangesView.meta({ description: 'The numbers, and when they were read.' }),
    files: z.array(ChangedFile).meta({ description: 'By path; at most 2,000.' }),
  })
  .meta({ id: 'ChangeList', description: 'What a task changed, file by file.' });
export type ChangeList = z.infer<typeof ChangeList>;

/** The patch of one file. */
export const FilePatch = z
  .object({
    path: z.string().meta({ description: 'Its path.' }),
    state: PatchState.meta({ description: 'Whether there is a patch.' }),
    patch: text('Its patch as git writes it; null unless it is text that is kept.'),
  })
  .meta({
    id: 'FilePatch',
    description: 'The patch of one file.',
    examples: [{ path: 'README.md', state: 'text' as const, patch: '@@ -1 +1 @@\n-Hello\n+Good day\n' }],
  });
export type FilePatch = z.infer<typeof FilePatch>;

/** The pull request of a task, as the task knows it. */
export const TaskPullRequest = z.object({
  number: z.int().meta({ description: 'Number within the repository.' }),
  title: text('Its title; null until GitHub told it.'),
  url: text('Address at GitHub; null until GitHub told it.'),
  state: z.enum(['open', 'closed', 'merged']).meta({ description: 'Open, closed or merged.' }),
  draft: z.boolean().meta({ description: 'Marked as not ready.' }),
  headSha: shaOrNull('Commit that it brings.'),
  baseBranch: text('Branch that it goes to.'),
  version: z.int().meta({ description: 'Rises with each change that GitHub told.' }),
});
export type TaskPullRequest = z.infer<typeof TaskPullRequest>;
