import type { GithubStatusView } from '@foundry/github-data/contracts';
import { Age, timeOf } from '../ui/age.js';
import { Progress } from '../ui/progress.js';
import { syncWords } from './sync-words.js';

/** How the reading of GitHub goes or went, live. */
export function SyncProgress({ github: { sync, run, errorText, lastSyncedAt } }: { github: GithubStatusView }) {
  return (
    <div className="grid w-full gap-1 text-text-2">
      {sync === 'syncing' && (
        <>
          <p role="status">{syncWords(run)}</p>
          {run && <Progress label="Sync" done={run.done} total={run.total} />}
          {run && run.failed > 0 && <p className="text-warning">{run.failed} could not be read so far.</p>}
          {run?.waitingUntil && <p>Waiting for GitHub until {timeOf(run.waitingUntil)}; it goes on by itself.</p>}
        </>
      )}
      {sync === 'synced' && <p role="status">Synced</p>}
      {sync === 'never' && <p>Nothing was read yet.</p>}
      {sync === 'partial' && <p className="text-warning">{errorText ?? 'Some repositories could not be read.'}</p>}
      {sync === 'failed' && <p className="text-danger">{errorText ?? 'The last sync failed.'}</p>}
      {lastSyncedAt !== null && (
        <p className="text-meta text-text-3">
          Everything was last read <Age at={lastSyncedAt} ago />
        </p>
      )}
    </div>
  );
}
