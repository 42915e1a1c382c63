import { useMutation } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useApp } from '../live/live-context.js';
import type { AppOrganization, AppState } from '../live/app-topic.js';
import { Age } from '../ui/age.js';
import { Avatar } from '../ui/avatar.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Page } from '../ui/page.js';
import { SignOutButton } from '../user/sign-out-button.js';
import { InstallButton } from './install-button.js';

/** Where one is without an organization, or with several to choose from. */
export function WelcomeScreen() {
  const { organizations, discovery, user } = useApp();
  // Somebody who waited for the first one goes there by themselves.
  const [wasEmpty] = useState(organizations.length === 0);
  const [first] = organizations;
  if (wasEmpty && first && organizations.length === 1 && discovery.state !== 'running') {
    return <Navigate to="/o/$organizationId" params={{ organizationId: first.id }} replace />;
  }
  return (
    <main>
      <Page title={`Welcome, ${user.login}`} tab="Welcome" actions={<SignOutButton />}>
        <DiscoveryState discovery={discovery} isEmpty={organizations.length === 0} />
        {organizations.length > 0 && <Choice organizations={organizations} />}
      </Page>
    </main>
  );
}

function Choice({ organizations }: { organizations: readonly AppOrganization[] }) {
  return (
    <section aria-labelledby="organizations" className="grid gap-2">
      <h2 id="organizations" className="text-title font-semibold">
        Your organizations
      </h2>
      <ul className="grid gap-px overflow-hidden rounded-card border border-line bg-line">
        {organizations.map(({ id, login, displayName, avatarUrl, role }) => (
          <li key={id} className="bg-surface">
            <Link
              to="/o/$organizationId"
              params={{ organizationId: id }}
              className="flex items-center gap-3 p-3 hover:bg-hover"
            >
              <Avatar login={login} url={avatarUrl} size={32} />
              <span className="grid min-w-0">
                <span className="truncate font-medium">{displayName}</span>
                <span className="text-meta text-text-3">
                  {login} · {role}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DiscoveryState({ discovery, isEmpty }: { discovery: AppState['discovery']; isEmpty: boolean }) {
  const search = useMutation({ mutationFn: () => done(api.POST('/v1/me/discovery', {})) });
  const again = (): void => {
    search.mutate();
  };
  const pending = search.isPending ? 'Asking' : null;
  return (
    <section aria-label="Search for organizations" className="grid gap-3">
      {discovery.state === 'running' && (
        <p role="status">
          Looking for your organizations at GitHub
          {discovery.startedAt !== null && (
            <>
              , since <Age at={discovery.startedAt} />
            </>
          )}
          . This takes a few seconds; you may leave this page.
        </p>
      )}
      {discovery.state === 'failed' && (
        <div role="alert" className="rounded-card border border-danger p-3">
          <p className="font-medium text-danger">Your organizations could not be looked up.</p>
          <p className="text-text-2">{discovery.reason ?? 'GitHub did not answer.'}</p>
        </div>
      )}
      {isEmpty && discovery.state !== 'running' && (
        <p className="prose-width text-text-2">
          You are in no organization that Foundry knows. Install the GitHub App on your account or on an organization of
          yours; whoever is a member there sees it here.
        </p>
      )}
      {search.isError && <ErrorNotice error={search.error} what="The search did not begin." retry={again} />}
      {discovery.state !== 'running' && (
        <p className="flex flex-wrap gap-2">
          <InstallButton look={isEmpty ? 'primary' : 'plain'} />
          <Button pending={pending} onClick={again}>
            Check again
          </Button>
        </p>
      )}
    </section>
  );
}
