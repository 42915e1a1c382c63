import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answered } from '../api/api-error.js';
import { api, type View } from '../api/client.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';

type Verdict = View['AuditVerdict'];

/** Goes through the chain page by page; the answer is the last verdict, or null when it was cancelled. */
async function verifyChain(
  organizationId: string,
  signal: AbortSignal,
  onPage: (verdict: Verdict) => void,
): Promise<Verdict | null> {
  let from = '1';
  for (;;) {
    if (signal.aborted) return null;
    const params = { path: { organizationId }, query: { from } };
    const verdict = await answered(api.GET('/v1/organizations/{organizationId}/audit/verify', { params }));
    onPage(verdict);
    if (!verdict.ok || verdict.next === null) return verdict;
    from = verdict.next;
  }
}

/** Recomputes every hash of the log at the server and says where it breaks. */
export function Verify({ organizationId }: { organizationId: string }) {
  const [reached, setReached] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  const verify = useMutation({
    mutationFn: async () => {
      const controller = new AbortController();
      running.current = controller;
      setReached(null);
      return verifyChain(organizationId, controller.signal, ({ to }) => {
        setReached(to);
      });
    },
  });
  const begin = (): void => {
    verify.mutate();
  };
  return (
    <section aria-label="Verification" className="grid gap-2">
      <p className="flex flex-wrap items-center gap-2">
        <Button pending={verify.isPending ? 'Verifying' : null} onClick={begin}>
          Verify
        </Button>
        {verify.isPending && (
          <Button
            look="quiet"
            onClick={() => {
              running.current?.abort();
            }}
          >
            Cancel
          </Button>
        )}
      </p>
      <div role="status">
        {verify.isPending && reached !== null && <p className="text-text-2">Intact up to entry {reached}.</p>}
        {verify.isSuccess && <Answer verdict={verify.data} />}
      </div>
      {verify.isError && <ErrorNotice error={verify.error} what="The log was not verified." retry={begin} />}
    </section>
  );
}

function Answer({ verdict }: { verdict: Verdict | null }) {
  if (verdict === null) return <p className="text-text-2">Cancelled. Nothing was changed.</p>;
  const { ok, to, firstBad } = verdict;
  if (ok || !firstBad) return <p className="text-owner">Intact: {to} entries.</p>;
  return (
    <p className="prose-width text-danger">
      Broken at entry {firstBad.seq}: {firstBad.message} Compare it with an export, and tell whoever runs this Foundry.
    </p>
  );
}
