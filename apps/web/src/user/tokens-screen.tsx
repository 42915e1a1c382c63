import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, done } from '../api/api-error.js';
import { api, type View } from '../api/client.js';
import { Age, timeOf } from '../ui/age.js';
import { Button } from '../ui/button.js';
import { CopyButton } from '../ui/copy-button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { NewToken } from './new-token.js';

/** Keys for scripts. A secret is shown once, here, and never again. */
export function TokensScreen() {
  const queries = useQueryClient();
  const [made, setMade] = useState<View['CreatedApiToken'] | null>(null);
  const list = useQuery({ queryKey: ['api-tokens'], queryFn: () => answered(api.GET('/v1/me/api-tokens')) });
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: ['api-tokens'] });
  };
  const tokens = (list.data?.items ?? EMPTY).filter(({ revokedAt }) => revokedAt === null);
  return (
    <Page title="API tokens">
      {made?.secret && <Secret name={made.name} secret={made.secret} />}
      <NewToken
        onMade={(token) => {
          setMade(token);
          refresh();
        }}
      />
      <section aria-labelledby="tokens" className="grid gap-2">
        <h2 id="tokens" className="text-title font-semibold">
          Your tokens
        </h2>
        {list.isPending && <Skeleton rows={2} label="Reading your tokens" />}
        {list.isError && (
          <ErrorNotice error={list.error} what="The tokens were not read." retry={() => void list.refetch()} />
        )}
        {list.isSuccess && tokens.length === 0 && <p className="text-text-2">You have none.</p>}
        <ul className="divide-y divide-line">
          {tokens.map((token) => (
            <Token key={token.tokenId} token={token} onRevoked={refresh} />
          ))}
        </ul>
      </section>
    </Page>
  );
}

const EMPTY: readonly View['ApiToken'][] = Object.freeze([]);

function Secret({ name, secret }: { name: string; secret: string }) {
  return (
    <section aria-label={`Secret of ${name}`} className="grid gap-2 rounded-card border border-owner p-3">
      <p role="status">Copy the secret of {name} now. It is not shown again.</p>
      <p className="flex items-center gap-2">
        <code className="min-w-0 font-mono break-all">{secret}</code>
        <CopyButton text={secret} label="Copy the secret" />
      </p>
      <pre tabIndex={0} aria-label="Example" className="overflow-x-auto rounded-chip bg-sunken p-2 font-mono text-meta">
        curl -H &quot;Authorization: Bearer $TOKEN&quot; {location.origin}/v1/app
      </pre>
    </section>
  );
}

function Token({ token, onRevoked }: { token: View['ApiToken']; onRevoked: () => void }) {
  const { tokenId, name, prefix, scopes, expiresAt, lastUsedAt } = token;
  const revoke = useMutation({
    mutationFn: () => done(api.DELETE('/v1/me/api-tokens/{tokenId}', { params: { path: { tokenId } } })),
    onSuccess: onRevoked,
  });
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-2">
      <span className="grid min-w-0">
        <span className="font-medium">{name}</span>
        <span className="text-meta text-text-3">
          {prefix}… · {scopes.join(', ')} · until {timeOf(expiresAt)} ·{' '}
          {lastUsedAt === null ? (
            'never used'
          ) : (
            <>
              used <Age at={lastUsedAt} ago />
            </>
          )}
        </span>
      </span>
      <Button
        look="danger"
        aria-label={`Revoke ${name}`}
        pending={revoke.isPending ? 'Revoking' : null}
        onClick={() => {
          revoke.mutate();
        }}
      >
        Revoke
      </Button>
      {revoke.isError && <ErrorNotice error={revoke.error} what="The token still works." />}
    </li>
  );
}
