import type { SandboxView } from '@foundry/sandbox/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { retry } from './sandbox-calls.js';

/** The step that gave up, again. */
export function RetryMachine({ sandbox: { sandboxId, error } }: { sandbox: SandboxView }) {
  const act = useMutation({ mutationFn: () => retry(sandboxId) });
  return (
    <div role="alert" className="grid justify-items-start gap-2">
      <p className="prose-width break-words text-danger">{error?.message ?? 'The sandbox could not be made.'}</p>
      <Button pending={act.isPending ? 'Trying' : null} onClick={() => act.mutate()}>
        Retry
      </Button>
      {act.isError && <ErrorNotice error={act.error} what="It was not tried again." />}
    </div>
  );
}
