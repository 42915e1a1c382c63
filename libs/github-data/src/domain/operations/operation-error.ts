import type { OperationError } from '../../contracts/index.js';

/** Why an operation ended without being done, in the words that people see. */
const SENTENCES = {
  'branch.is_default': 'This is the default branch of the repository; it is never deleted here.',
  'branch.moved': 'The branch has another commit than the one that was seen, so it was not deleted.',
  'branch.protected': 'GitHub protects this branch, so it was not deleted.',
  'github.not_connected': 'The GitHub App is not installed there any more. An owner can install it.',
  'github.rate_limited': 'GitHub asked to wait. Nothing was changed; do it again after that time.',
  'github.refused': 'GitHub does not do it. Nothing was changed.',
  'github.suspended': 'The GitHub App is suspended there. An owner can unsuspend it on GitHub.',
  'github.unavailable': 'GitHub does not answer. Do it again later; what is done already is found.',
  'member.required': 'Only members of the organization, viewers aside, may do this.',
  'operation.timed_out': 'GitHub did not answer in time. Look at GitHub whether it was done, or do it again.',
  'pull_request.base_missing': 'The branch that it should go into does not exist at GitHub.',
  'pull_request.blocked': 'The rules of the repository do not allow it yet.',
  'pull_request.closed': 'The pull request is closed.',
  'pull_request.conflict': 'It has conflicts with its base branch. Bring the branch up to date first.',
  'pull_request.draft': 'It is a draft. Mark it as ready first.',
  'pull_request.draft_unsupported': 'This repository has no drafts. Open it as ready for review.',
  'pull_request.head_missing': 'The branch does not exist at GitHub. Push it first.',
  'pull_request.head_moved': 'Its branch has another commit than the one that was seen. Look at it again first.',
  'pull_request.method_not_allowed': 'The repository does not allow this way of merging. Choose another.',
  'pull_request.no_commits': 'The branch has no commits that its base does not have.',
  'pull_request.unknown': 'GitHub has no such pull request there.',
  'repository.access_denied': 'GitHub does not let you do this in the repository. Ask its admins.',
  'repository.archived': 'The repository is archived on GitHub, so it is read-only.',
  'repository.unknown': 'The App cannot see the repository any more.',
  'user.reauthorize': 'GitHub does not accept your sign-in any more. Sign in again, then repeat it.',
} as const;
export type OperationCode = keyof typeof SENTENCES;

const RETRYABLE: readonly string[] = ['github.unavailable', 'github.rate_limited', 'operation.timed_out'];
const LONGEST = 1_000;

/** `words`: what GitHub said itself, shown as a quotation. */
export function operationError(
  code: OperationCode,
  { words = '', until = null }: { words?: string; until?: Date | null } = {},
): OperationError {
  const quoted = words === '' ? '' : ` GitHub said: “${words}”`;
  return {
    code,
    text: `${SENTENCES[code]}${quoted}`.slice(0, LONGEST),
    retryable: RETRYABLE.includes(code),
    until: until?.toISOString() ?? null,
  };
}
