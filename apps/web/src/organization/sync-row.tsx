import type { GithubStatusView } from '@foundry/github-data/contracts';
import { Link } from '@tanstack/react-router';
import { Progress } from '../ui/progress.js';
import { syncWords } from '../github-data/sync-words.js';

interface SyncRowProps {
  organizationId: string;
  github: GithubStatusView | null;
}

/** Over the tasks, only while something about GitHub is not finished or not well. */
export function SyncRow({ organizationId, github }: SyncRowProps) {
  if (!github || (github.installation === 'connected' && github.sync === 'synced')) return null;
  return (
    <div className="grid gap-1 border-b border-line px-4 py-2">
      <p role="status" className={github.sync === 'failed' ? 'text-danger' : 'text-text-2'}>
        {wordsOf(github)}
      </p>
      {github.sync === 'syncing' && github.run && (
        <Progress label="Sync" done={github.run.done} total={github.run.total} />
      )}
      <Link
        to="/o/$organizationId/settings/github"
        params={{ organizationId }}
        className="justify-self-start py-1 text-meta text-accent underline"
      >
        GitHub and sync
      </Link>
    </div>
  );
}

function wordsOf({ installation, sync, run, errorText }: GithubStatusView): string {
  if (installation === 'not_installed') return 'The GitHub App is not installed.';
  if (installation === 'suspended') return 'The GitHub App is suspended.';
  if (installation === 'needs_permissions') return 'The GitHub App needs more permissions.';
  switch (sync) {
    case 'syncing':
      return syncWords(run);
    case 'failed':
      return errorText ?? 'The last sync failed.';
    case 'partial':
      return 'Some repositories could not be read.';
    case 'never':
      return 'GitHub was not read yet.';
    case 'synced':
      return 'Up to date.';
  }
}
