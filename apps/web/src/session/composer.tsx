import type { SessionView, TaskPerson } from '@foundry/task/contracts';
import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useApp } from '../live/live-context.js';
import { useAction } from '../palette/use-action.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import type { DraftContent } from './draft.js';
import { IdentityChip } from './identity-chip.js';
import type { Attachment, NewMessage } from './session-calls.js';
import { StopButton } from './stop-button.js';
import { draftScope, useDraft, useDraftState, useStoredDraft } from './use-draft.js';

const MOST_CHARACTERS = 64_000;

interface ComposerProps {
  taskId: string;
  /** Null: the message opens a session. */
  session: SessionView | null;
  /** Null: nobody. */
  owner: TaskPerson | null;
  send: (message: NewMessage) => Promise<void>;
  /** Agent and model, where a session is opened. */
  choices?: ReactNode;
  /** Said under the field: what sending does here. */
  hint?: string;
}

/** Where messages are written. What is written stays until the server has it. */
export function Composer({ taskId, session, owner, send, choices, hint }: ComposerProps) {
  const scope = draftScope(taskId, session?.sessionId ?? null);
  const draft = useDraft(scope);
  useStoredDraft(scope, draft);
  const { text, attachments, saved } = useDraftState(draft);
  const { preferences } = useApp();
  const field = useId();
  const sending = useMutation({
    mutationFn: async (content: DraftContent) => {
      await send({ messageId: content.messageId, text: content.text, attachments: [...content.attachments] });
      return content;
    },
    onSuccess: (content) => draft.accepted(content),
  });
  const isEmpty = text.trim() === '' && attachments.length === 0;
  const isTooLong = text.length > MOST_CHARACTERS;
  const begin = (): void => {
    if (isEmpty || isTooLong || sending.isPending) return;
    sending.mutate(draft.get());
  };
  useAction('message.send', isEmpty || isTooLong ? null : begin);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (!isSendKey(event, preferences?.sendKey ?? 'enter')) return;
    event.preventDefault();
    begin();
  };
  const runs = session?.turn !== null && session?.turn !== undefined;
  return (
    <div className="grid gap-2 border-t border-line bg-surface px-4 py-3 min-[600px]:px-6">
      {sending.isError && (
        <ErrorNotice error={sending.error} what="The message was not sent. Its text is still here." retry={begin} />
      )}
      <Attached attachments={attachments} onRemove={draft.detach} />
      <label htmlFor={field} className="sr-only">
        Message to the agent
      </label>
      <textarea
        id={field}
        data-composer
        value={text}
        rows={3}
        placeholder={session ? 'Ask for something' : 'What should the agent do?'}
        aria-describedby={`${field}-hint`}
        aria-invalid={isTooLong}
        className="field-sizing-content max-h-60 min-h-16 w-full resize-none rounded-card border border-control bg-surface px-3 py-2 text-prose text-text placeholder:text-text-3"
        onChange={(event) => draft.write(event.target.value)}
        onBlur={draft.flush}
        onKeyDown={onKeyDown}
      />
      <div className="flex flex-wrap items-center gap-2">
        {choices}
        <IdentityChip owner={owner} />
        <span className="ml-auto flex items-center gap-2">
          {session && <StopButton session={session} />}
          <Button
            look="primary"
            disabled={isEmpty || isTooLong}
            pending={sending.isPending ? 'Sending' : null}
            onClick={begin}
          >
            {runs ? 'Queue' : 'Send'}
          </Button>
        </span>
      </div>
      <p id={`${field}-hint`} className="flex flex-wrap justify-between gap-2 text-meta text-text-3">
        <span>
          {isTooLong
            ? `Too long by ${(text.length - MOST_CHARACTERS).toLocaleString('en-US')} characters.`
            : (hint ??
              (preferences?.sendKey === 'mod_enter'
                ? 'Ctrl+Enter sends.'
                : 'Enter sends, Shift+Enter breaks the line.'))}
        </span>
        <span role="status">{saved === 'failed' ? 'This draft is only in this tab: it could not be saved.' : ''}</span>
      </p>
    </div>
  );
}

/** Enter sends, or only with Ctrl or Command when that is preferred; on touch Enter breaks the line. */
function isSendKey(
  { key, shiftKey, altKey, ctrlKey, metaKey, nativeEvent }: KeyboardEvent,
  sendKey: 'enter' | 'mod_enter',
): boolean {
  if (key !== 'Enter' || nativeEvent.isComposing) return false;
  if (ctrlKey || metaKey) return true;
  return sendKey === 'enter' && !shiftKey && !altKey && !matchMedia('(pointer: coarse)').matches;
}

const nameOf = (attachment: Attachment): string => {
  if (attachment.kind === 'image') return 'Image';
  return attachment.kind === 'line' ? `${attachment.path}:${attachment.line}` : attachment.path;
};

function Attached({
  attachments,
  onRemove,
}: {
  attachments: readonly Attachment[];
  onRemove: (index: number) => void;
}) {
  if (attachments.length === 0) return null;
  return (
    <ul aria-label="Attached" className="flex flex-wrap gap-1">
      {attachments.map((attachment, index) => (
        <li key={index} className="flex max-w-full items-center gap-1 rounded-chip bg-sunken pl-2 font-mono text-meta">
          <span className="truncate">{nameOf(attachment)}</span>
          <button
            type="button"
            aria-label={`Remove ${nameOf(attachment)}`}
            className="grid size-6 place-items-center rounded-chip hover:bg-hover pointer-coarse:size-11"
            onClick={() => onRemove(index)}
          >
            <X aria-hidden="true" size={14} strokeWidth={1.75} />
          </button>
        </li>
      ))}
    </ul>
  );
}
