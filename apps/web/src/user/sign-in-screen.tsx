import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { buttonLook } from '../ui/button.js';
import { titlePage } from '../ui/document-title.js';

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['denied', 'You did not allow it at GitHub. Nothing was stored.'],
  ['state_invalid', 'This sign-in was begun in another browser, or used before. Begin again.'],
  ['expired', 'It took longer than ten minutes. Begin again.'],
  ['github_unavailable', 'GitHub did not answer. Try again in a moment.'],
  ['not_allowed', 'This account may not sign in here. Ask whoever runs this Foundry.'],
]);

const DOCUMENTS = [
  ['/docs', 'API reference'],
  ['/docs/errors', 'Error codes'],
  ['/openapi.json', 'openapi.json'],
  ['/asyncapi.json', 'asyncapi.json'],
  ['/readyz', 'Readiness'],
] as const;

const route = getRouteApi('/sign-in');

export function SignInScreen() {
  const { next, error, request } = route.useSearch();
  const { setupRequired } = route.useLoaderData();
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => {
    titlePage('Sign in');
  }, []);
  const href = next === undefined ? '/v1/auth/github' : `/v1/auth/github?${new URLSearchParams({ next }).toString()}`;
  return (
    <div className="flex min-h-full flex-col items-center justify-center gap-8 p-4">
      <main className="grid w-full max-w-sm gap-4 rounded-card border border-line bg-surface p-6">
        <p className="flex items-center gap-2 text-title font-semibold">
          <img src="/mark.svg" alt="" width={28} height={28} /> Foundry
        </p>
        <h1 className="text-page font-semibold">Sign in</h1>
        <p className="text-prose text-text-2">
          The control plane where your team runs coding agents on its GitHub repositories.
        </p>
        {error !== undefined && (
          <div role="alert" className="rounded-card border border-danger p-3">
            <p>{SENTENCES.get(error) ?? 'Signing in did not work. Try again.'}</p>
            {request !== undefined && <p className="mt-1 text-meta text-text-3">Request {request}</p>}
          </div>
        )}
        {setupRequired ? (
          <SetUp />
        ) : (
          <a
            className={`${buttonLook('primary')} min-h-9`}
            href={href}
            onClick={() => {
              setLeaving(true);
            }}
          >
            {isLeaving ? 'Going to GitHub' : 'Continue with GitHub'}
          </a>
        )}
      </main>
      <Installation />
    </div>
  );
}

function SetUp() {
  return (
    <div className="grid gap-2">
      <p>People sign in through a GitHub App of your own. Making it takes two clicks.</p>
      <p>
        Open the set-up link that Foundry printed at its start, or make a new one with{' '}
        <code className="font-mono">npm run operator -- setup-link</code>.
      </p>
    </div>
  );
}

/** What runs here, for whoever looks after it. */
function Installation() {
  const { data } = useQuery({
    queryKey: ['version'],
    queryFn: () => answered(api.GET('/version')),
    staleTime: Infinity,
  });
  return (
    <footer className="grid justify-items-center gap-2 text-meta text-text-3">
      <nav aria-label="Documents">
        <ul className="flex flex-wrap justify-center gap-x-4 gap-y-1">
          {DOCUMENTS.map(([address, name]) => (
            <li key={address}>
              <a className="inline-block py-1 text-text-2 underline" href={address}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="min-h-4">{data && `Version ${data.version}`}</p>
    </footer>
  );
}
