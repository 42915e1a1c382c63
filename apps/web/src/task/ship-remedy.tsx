import type { OperationView, TaskView } from '@foundry/task/contracts';
import { draftScope, useDraft } from '../session/use-draft.js';
import { Button } from '../ui/button.js';

const BEHIND = new Set(['pull_request.conflict', 'push.non_fast_forward']);

interface RemedyProps {
  operation: OperationView;
  task: TaskView;
  /** Null: there is no session yet. */
  sessionId: string | null;
  onUpdate: () => void;
}

/** What helps where doing the same once more would not. */
export function Remedy({ operation: { code, kind, paths }, task, sessionId, onUpdate }: RemedyProps) {
  const draft = useDraft(draftScope(task.taskId, sessionId));
  if (code !== null && BEHIND.has(code)) return <Button onClick={onUpdate}>Update branch</Button>;
  if (code === 'user.reauthorize') {
    return (
      <a className="self-center text-accent underline" href="/account/profile">
        Connect GitHub again
      </a>
    );
  }
  if (kind !== 'sync' || paths.length === 0) return null;
  const words = `Merge ${task.baseBranch ?? 'the base branch'} into this branch and resolve the conflicts in ${paths.join(', ')}.`;
  return (
    <Button
      onClick={() => {
        const { text } = draft.get();
        draft.write(text.trim() === '' ? words : `${text}\n\n${words}`);
        document.querySelector<HTMLElement>('[data-composer]')?.focus();
      }}
    >
      Ask the agent to resolve
    </Button>
  );
}
