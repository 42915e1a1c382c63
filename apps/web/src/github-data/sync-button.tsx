import { useMutation } from '@tanstack/react-query';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';

/** Has everything read again. How it goes is told over the socket. */
export function SyncButton({ organizationId }: { organizationId: string }) {
  const sync = useMutation({
    mutationFn: () =>
      done(
        api.POST('/v1/organizations/{organizationId}/github/syncs', {
          params: { path: { organizationId } },
          body: {},
        }),
      ),
  });
  const begin = (): void => {
    sync.mutate();
  };
  return (
    <>
      <Button pending={sync.isPending ? 'Asking' : null} onClick={begin}>
        Sync now
      </Button>
      {sync.isError && <ErrorNotice error={sync.error} what="The sync did not begin." retry={begin} />}
    </>
  );
}
