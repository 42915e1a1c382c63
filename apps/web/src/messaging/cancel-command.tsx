import { useMutation } from '@tanstack/react-query';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';

/** Takes a command back that no worker has begun. */
export function CancelCommand({ commandId, onCancelled }: { commandId: string; onCancelled: () => void }) {
  const cancel = useMutation({
    mutationFn: () => done(api.POST('/v1/commands/{commandId}/cancel', { params: { path: { commandId } } })),
    onSuccess: onCancelled,
  });
  return (
    <>
      <Button
        pending={cancel.isPending ? 'Cancelling' : null}
        onClick={() => {
          cancel.mutate();
        }}
      >
        Cancel
      </Button>
      {cancel.isError && <ErrorNotice error={cancel.error} what="The command goes on." />}
    </>
  );
}
