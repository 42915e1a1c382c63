import { useQuery } from '@tanstack/react-query';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useApp } from '../live/live-context.js';
import { Avatar } from '../ui/avatar.js';
import { buttonLook } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { DeleteAccount } from './delete-account.js';
import { SessionList } from './session-list.js';
import { SignOutButton } from './sign-out-button.js';

const LINKS = { connected: 'Connected', none: 'Not connected', reauthorize: 'Has to be connected again' } as const;

/** Who one is here, and where one is signed in. */
export function ProfileScreen() {
  const { user } = useApp();
  const me = useQuery({ queryKey: ['me'], queryFn: () => answered(api.GET('/v1/me')) });
  return (
    <Page title="Profile" actions={<SignOutButton />}>
      <p className="flex items-center gap-3">
        <Avatar login={user.login} url={user.avatarUrl} size={32} />
        <span className="grid">
          <span className="font-medium">{user.name ?? user.login}</span>
          <span className="text-meta text-text-3">{user.login} at GitHub</span>
        </span>
      </p>
      <section aria-labelledby="link" className="grid justify-items-start gap-2">
        <h2 id="link" className="text-title font-semibold">
          GitHub
        </h2>
        {me.isPending && <Skeleton rows={1} label="Reading the account" />}
        {me.isError && (
          <ErrorNotice error={me.error} what="The account was not read." retry={() => void me.refetch()} />
        )}
        {me.data && (
          <>
            <p className="text-text-2">
              {LINKS[me.data.account.state]}
              {me.data.account.reason !== null && `: ${me.data.account.reason}`}
            </p>
            {me.data.account.state !== 'connected' && (
              <a className={buttonLook('primary')} href="/v1/auth/github?next=/account/profile">
                Reconnect
              </a>
            )}
          </>
        )}
      </section>
      <SessionList />
      <DeleteAccount />
    </Page>
  );
}
