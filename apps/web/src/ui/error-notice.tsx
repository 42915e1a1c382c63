import { ApiError } from '../api/api-error.js';
import { Button } from './button.js';
import { CopyButton } from './copy-button.js';

/** What happened, in words; what the server said is chosen only where we know nothing better. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof ApiError)) {
    return error instanceof TypeError ? 'Foundry does not answer. Nothing was lost.' : 'Something here went wrong.';
  }
  if (error.status === 503) return 'A part of Foundry is away for a moment. Nothing was lost.';
  if (error.status === 429) return 'That was too often. Wait a moment, then try again.';
  return error.problem?.detail ?? error.message;
}

function detailsOf(error: unknown): string {
  const { code, requestId, commandId } = (error instanceof ApiError ? error.problem : null) ?? {};
  const text = error instanceof Error ? error.message : String(error);
  return JSON.stringify({ text, code, requestId, commandId, page: location.pathname });
}

interface ErrorNoticeProps {
  error: unknown;
  /** What could not be done: "The members could not be read." */
  what: string;
  retry?: (() => void) | undefined;
}

/** An error where the action was, with a way out. */
export function ErrorNotice({ error, what, retry }: ErrorNoticeProps) {
  return (
    <div role="alert" className="rounded-card border border-danger bg-surface p-3">
      <p className="font-medium text-danger">{what}</p>
      <p className="prose-width mt-1 text-text-2">{sentenceOf(error)}</p>
      <p className="mt-2 flex flex-wrap gap-2">
        {retry && <Button onClick={retry}>Try again</Button>}
        <CopyButton text={detailsOf(error)} label="Copy details" withLabel />
      </p>
    </div>
  );
}
