import type { GithubStatusView } from '@foundry/github-data/contracts';

const PHASES = {
  repositories: 'Reading repositories',
  members: 'Reading members',
  pull_requests: 'Reading pull requests',
  finish: 'Finishing',
} as const;

/** What a sync does now, in words: "Reading pull requests, 32 of 120". */
export function syncWords(run: GithubStatusView['run']): string {
  if (!run) return 'Waiting to begin';
  if (run.state === 'queued') return 'Waiting to begin';
  const phase = PHASES[run.phase];
  return run.total === null ? phase : `${phase}, ${run.done} of ${run.total}`;
}
