import type { TaskPullRequest, TaskSummary } from '@foundry/organization/contracts';
import { Age } from '../ui/age.js';
import { buttonLook } from '../ui/button.js';

const STATES = { open: 'Open', closed: 'Closed', merged: 'Merged' } as const;
const CHECKS = {
  none: 'No checks',
  pending: 'Running',
  passed: 'Passed',
  failed: 'Failing',
  unknown: 'Not known',
} as const;
const REVIEWS = { none: 'No review yet', approved: 'Approved', changes_requested: 'Changes requested' } as const;

/** Only pages of the web, never a script, however the address was made. */
const isWebAddress = (url: string): boolean => /^https?:\/\//.test(url);

/** The pull request of a task, from what was read of GitHub last. */
export function PullRequestCard({ task, pullRequest }: { task: TaskSummary; pullRequest: TaskPullRequest }) {
  const { number, state, draft, title, url, baseBranch, authorLogin, checks, review, openedAt } = pullRequest;
  const facts = [
    ['State', draft && state === 'open' ? 'Draft' : STATES[state]],
    ['Author', authorLogin ?? 'An account that is gone'],
    ['Merges', `${task.branch} into ${baseBranch}`],
    ['Checks', CHECKS[checks]],
    ['Review', REVIEWS[review]],
    ...(task.filesChanged === null
      ? []
      : [['Size', `${task.filesChanged} files, +${task.linesAdded ?? 0} −${task.linesRemoved ?? 0}`] as const]),
  ] as const;
  return (
    <section aria-labelledby="pull-request" className="grid gap-3 rounded-card border border-line bg-surface p-3">
      <h2 id="pull-request" className="font-semibold">
        #{number} {title}
      </h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-text-3">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
        <div className="contents">
          <dt className="text-text-3">Opened</dt>
          <dd>
            <Age at={openedAt} ago />
          </dd>
        </div>
      </dl>
      {isWebAddress(url) && (
        <p>
          <a className={buttonLook()} href={url} target="_blank" rel="noreferrer">
            Open on GitHub
          </a>
        </p>
      )}
    </section>
  );
}
