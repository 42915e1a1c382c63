import { Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { ChecksState, ClosedBy, PullRequestState, ReviewState } from './names.js';
import { AT, at, atOrNull, flag, organizationId, repositoryId, text, textOrNull, version } from './view-fields.js';

/** A pull request, without its body. */
export const PullRequestView = z
  .object({
    organizationId,
    repositoryId,
    number: z.int().min(1).meta({ description: 'Number within the repository.' }),
    title: text('Title, as it came from GitHub: untrusted text.'),
    state: PullRequestState.meta({ description: 'Open, closed or merged.' }),
    draft: flag('Marked as not ready.'),
    url: text('Address at GitHub.'),
    headBranch: text('Branch that it brings.'),
    headSha: text('Commit that it brings.'),
    headRepositoryId: Id64.nullable().meta({ description: 'Repository of that branch; null when the fork is gone.' }),
    baseBranch: text('Branch that it goes to.'),
    authorId: Id64.nullable().meta({ description: 'Who opened it; null when the account is gone.' }),
    authorLogin: text('Login of who opened it.'),
    authorAvatarUrl: textOrNull('Picture of who opened it.'),
    labels: z.array(z.string()).meta({ description: 'Names of its labels.' }),
    review: ReviewState.meta({ description: 'What its reviews add up to.' }),
    checks: ChecksState.meta({ description: 'What its checks add up to; none for those nobody works on here.' }),
    createdAt: at('When it was opened.'),
    githubUpdatedAt: at('When it last changed at GitHub.'),
    closedAt: atOrNull('When it was closed or merged.'),
    closedBy: ClosedBy.nullable().meta({ description: 'How it came to be closed; null while open.' }),
    mergedAt: atOrNull('When it was merged.'),
    version,
  })
  .meta({
    id: 'PullRequest',
    description: 'A pull request of GitHub as it is known here.',
    examples: [
      {
        organizationId: '9919',
        repositoryId: '1296269',
        number: 17,
        title: 'Retry failed orders',
        state: 'open',
        draft: false,
        url: 'https://github.com/acme/orders/pull/17',
        headBranch: 'retry-orders',
        headSha: '6dcb09b5b57875f334f61aebed695e2e4193db5e',
        headRepositoryId: '1296269',
        baseBranch: 'main',
        authorId: '583231',
        authorLogin: 'octocat',
        authorAvatarUrl: null,
        labels: ['bug'],
        review: 'none',
        checks: 'none',
        createdAt: AT,
        githubUpdatedAt: AT,
        closedAt: null,
        closedBy: null,
        mergedAt: null,
        version: 8,
      },
    ],
  });
export type PullRequestView = z.infer<typeof PullRequestView>;
