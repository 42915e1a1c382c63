import type { GithubStatusView } from '@foundry/github-data/contracts';
import type { MemberRole } from '@foundry/organization/contracts';
import { CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { SyncProgress } from '../github-data/sync-progress.js';
import { SyncButton } from '../github-data/sync-button.js';
import { InstallButton } from './install-button.js';

interface OnboardingProps {
  github: GithubStatusView;
  role: MemberRole | null;
  taskCount: number;
}

/** The first steps. Each says what is missing and offers the next thing to do. */
export function Onboarding({ github, role, taskCount }: OnboardingProps) {
  const isConnected = github.installation === 'connected';
  return (
    <section aria-labelledby="first-steps" className="grid gap-3 rounded-card border border-line p-3">
      <h2 id="first-steps" className="text-title font-semibold">
        First steps
      </h2>
      <ol className="grid gap-3">
        <Step title="Connect GitHub" isDone={isConnected}>
          <Connection github={github} />
        </Step>
        <Step title="First sync" isDone={github.sync === 'synced'}>
          {isConnected ? (
            <>
              <SyncProgress github={github} />
              {github.sync !== 'syncing' && role !== 'viewer' && <SyncButton organizationId={github.organizationId} />}
            </>
          ) : (
            <p className="text-text-2">Begins by itself as soon as GitHub is connected.</p>
          )}
        </Step>
        <Step title="First tasks" isDone={taskCount > 0}>
          <p className="text-text-2">Every open pull request becomes a task, while the sync goes on.</p>
        </Step>
      </ol>
    </section>
  );
}

function Step({ title, isDone, children }: { title: string; isDone: boolean; children: ReactNode }) {
  const Icon = isDone ? CircleCheck : CircleDashed;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-2">
      <Icon aria-hidden="true" size={16} strokeWidth={1.75} className={isDone ? 'text-owner' : 'text-text-3'} />
      <div className="grid justify-items-start gap-2">
        <h3 className="font-medium">
          {title}
          <span className="sr-only">{isDone ? ', done' : ', open'}</span>
        </h3>
        {!isDone && children}
      </div>
    </li>
  );
}

function Connection({
  github: { installation, login, missingPermissions, organizationId },
}: {
  github: GithubStatusView;
}) {
  switch (installation) {
    case 'connected':
      return null;
    case 'not_installed':
      return (
        <>
          <p className="text-text-2">
            The GitHub App is not installed on {login}. An owner there installs it, or approves your request.
          </p>
          <InstallButton organizationId={organizationId} />
        </>
      );
    case 'suspended':
      return (
        <>
          <p className="text-text-2">
            The GitHub App is suspended. An owner of {login} can let it work again at GitHub.
          </p>
          <InstallButton label="Fix on GitHub" organizationId={organizationId} />
        </>
      );
    case 'needs_permissions':
      return (
        <>
          <p className="text-text-2">
            An owner of {login} still has to grant: {missingPermissions.join(', ')}.
          </p>
          <InstallButton label="Fix on GitHub" organizationId={organizationId} />
        </>
      );
  }
}
