import { z } from 'zod';
import { Permission, RepositoryState } from './names.js';
import { AT, atOrNull, flag, organizationId, repositoryId, text, textOrNull, version } from './view-fields.js';

const exampleRepository = {
  organizationId: '9919',
  repositoryId: '1296269',
  fullName: 'acme/orders',
  private: true,
  archived: false,
  fork: false,
  defaultBranch: 'main',
  pushedAt: AT,
  state: 'available' as const,
  removedAt: null,
  pullsSyncedAt: AT,
  syncError: null,
  version: 7,
};

/** A repository with how fresh its pull requests are. */
export const RepositoryView = z
  .object({
    organizationId,
    repositoryId,
    fullName: text('Owner and name.'),
    private: flag('Not visible to everybody at GitHub.'),
    archived: flag('Read-only at GitHub.'),
    fork: flag('Forked from another repository.'),
    defaultBranch: text('Branch that pull requests go to unless told otherwise.'),
    pushedAt: atOrNull('Time of the newest push.'),
    state: RepositoryState.meta({ description: 'Removed: the App cannot see it any more.' }),
    removedAt: atOrNull('Since when the App cannot see it.'),
    pullsSyncedAt: atOrNull('When its pull requests were last read.'),
    syncError: textOrNull('Why they could not be read, if the last try failed.'),
    version,
  })
  .meta({
    id: 'Repository',
    description: 'A repository of GitHub as it is known here.',
    examples: [exampleRepository],
  });
export type RepositoryView = z.infer<typeof RepositoryView>;

/** The same for a person: what they may do there. `unknown`: GitHub was not asked lately. */
export const OwnRepositoryView = RepositoryView.extend({
  permission: z
    .enum([...Permission.options, 'unknown'])
    .meta({ description: 'What the caller may do there; unknown when GitHub was not asked lately.' }),
}).meta({
  id: 'OwnRepository',
  description: 'A repository with what the caller may do there.',
  examples: [{ ...exampleRepository, permission: 'write' }],
});
export type OwnRepositoryView = z.infer<typeof OwnRepositoryView>;
