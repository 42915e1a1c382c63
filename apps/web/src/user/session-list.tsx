import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { Age } from '../ui/age.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';

/** The browsers in which one is signed in. */
export function SessionList() {
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ['sessions'], queryFn: () => answered(api.GET('/v1/me/sessions')) });
  const end = useMutation({
    mutationFn: (sessionId: string) =>
      done(api.DELETE('/v1/me/sessions/{sessionId}', { params: { path: { sessionId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <section aria-labelledby="sessions" className="grid gap-2">
      <h2 id="sessions" className="text-title font-semibold">
        Signed in on
      </h2>
      {list.isPending && <Skeleton rows={2} label="Reading the browsers" />}
      {list.isError && (
        <ErrorNotice error={list.error} what="The browsers were not read." retry={() => void list.refetch()} />
      )}
      {end.isError && <ErrorNotice error={end.error} what="That browser is still signed in." />}
      <ul className="divide-y divide-line">
        {list.data?.items.map(({ sessionId, device, addressPrefix, lastSeenAt, current }) => (
          <li key={sessionId} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="grid">
              <span>{current ? `${device} (this one)` : device}</span>
              <span className="text-meta text-text-3">
                {addressPrefix} · seen <Age at={lastSeenAt} ago />
              </span>
            </span>
            {!current && (
              <Button
                aria-label={`Sign out ${device}`}
                pending={end.isPending && end.variables === sessionId ? 'Signing out' : null}
                onClick={() => {
                  end.mutate(sessionId);
                }}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
