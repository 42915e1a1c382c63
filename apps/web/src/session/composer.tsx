import type { SessionView, TaskPerson } from '@foundry/task/contracts';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useApp } from '../live/live-context.js';
import { useAction } from '../palette/use-action.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { AttachButton } from './attach-button.js';
import { Attached } from './attachments-later.js';
import { ComposerField } from './composer-field.js';
import type { DraftContent } from './draft.js';
import { IdentityChip } from './identity-chip.js';
import { LeftOut } from './left-out.js';
import type { NewMessage } from './session-calls.js';
import { StopButton } from './stop-button.js';
import type { Commands } from './suggestion.js';
import { useAttachFile } from './use-attach-file.js';
import { draftScope, useDraft, useDraftState, useStoredDraft } from './use-draft.js';
import { useImages } from './use-images.js';

const MOST_CHARACTERS = 64_000;
const NO_COMMANDS: Commands = Object.freeze([]);

interface ComposerProps {
  taskId: string;
  /** Null: the message opens a session. */
  session: SessionView | null;
  /** Null: nobody. */
  owner: TaskPerson | null;
  send: (message: NewMessage) => Promise<void>;
  /** Agent and model. */
  choices?: ReactNode;
  /** Said under the field: what sending does here. */
  hint?: string;
  /** Why the agent takes no images; null: it takes them. */
  noImages?: string | null;
}

/** Where messages are written. What is written stays until the server has it. */
export function Composer({ taskId, session, owner, send, choices, hint, noImages = null }: ComposerProps) {
  const scope = draftScope(taskId, session?.sessionId ?? null);
  const draft = useDraft(scope);
  useStoredDraft(scope, draft);
  const { text, attachments, saved, other } = useDraftState(draft);
  const { preferences } = useApp();
  const field = useId();
  const images = useImages(taskId, draft, noImages);
  const files = useAttachFile(taskId, draft);
  const [isOver, setIsOver] = useState(false);
  const sending = useMutation({
    mutationFn: async (content: DraftContent) => {
      await send({ messageId: content.messageId, text: content.text, attachments: [...content.attachments] });
      return content;
    },
    onSuccess: (content) => draft.accepted(content),
  });
  const isEmpty = text.trim() === '' && attachments.length === 0;
  const isTooLong = text.length > MOST_CHARACTERS;
  const maySend = !isEmpty && !isTooLong && !images.isSending;
  const begin = (): void => {
    if (!maySend || sending.isPending) return;
    images.forgetRefused();
    sending.mutate(draft.get());
  };
  useAction('message.send', maySend ? begin : null);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (!isSendKey(event, preferences?.sendKey ?? 'enter')) return;
    event.preventDefault();
    begin();
  };
  const drop = {
    onDragOver: (event: DragEvent): void => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: (): void => setIsOver(false),
    onDrop: (event: DragEvent): void => {
      setIsOver(false);
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      images.add([...event.dataTransfer.files]);
    },
  };
  const runs = session?.turn !== null && session?.turn !== undefined;
  return (
    <div
      className={`grid gap-2 border-t px-4 py-3 min-[600px]:px-6 ${isOver ? 'border-accent bg-selected' : 'border-line bg-surface'}`}
      {...drop}
    >
      {sending.isError && (
        <ErrorNotice error={sending.error} what="The message was not sent. Its text is still here." retry={begin} />
      )}
      {other !== null && (
        <div role="status" className="flex flex-wrap items-center gap-2 text-warning">
          <span>You wrote something else on another device.</span>
          <Button onClick={draft.useOther}>Use the other draft</Button>
        </div>
      )}
      <LeftOut words={images.refused} onClose={images.forgetRefused} />
      <LeftOut words={files.notes} onClose={files.forgetNotes} />
      <Attached
        attachments={attachments}
        onRemove={draft.detach}
        onTheirWay={images.onTheirWay}
        onRetry={images.retry}
        onGiveUp={images.remove}
      />
      <label htmlFor={field} className="sr-only">
        Message to the agent
      </label>
      <ComposerField
        id={field}
        taskId={taskId}
        text={text}
        placeholder={session ? 'Ask for something' : 'What should the agent do?'}
        isInvalid={isTooLong}
        commands={session?.commands ?? NO_COMMANDS}
        onWrite={draft.write}
        onBlur={draft.flush}
        onKeyDown={onKeyDown}
        onPasteFiles={images.add}
        onChoose={({ kind, text: path, line }) => {
          if (kind === 'file') files.attach(line === null ? path : path.slice(0, path.lastIndexOf(':')), line);
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        {choices}
        <AttachButton noImages={noImages} onFiles={images.add} />
        <IdentityChip owner={owner} />
        <span className="ml-auto flex items-center gap-2">
          {session && <StopButton session={session} />}
          <Button look="primary" disabled={!maySend} pending={sending.isPending ? 'Sending' : null} onClick={begin}>
            {runs ? 'Queue' : 'Send'}
          </Button>
        </span>
      </div>
      <p id={`${field}-hint`} className="flex flex-wrap justify-between gap-2 text-meta text-text-3">
        <span>
          {isTooLong
            ? `Too long by ${(text.length - MOST_CHARACTERS).toLocaleString('en-US')} characters.`
            : (hint ?? keyHint(preferences?.sendKey ?? 'enter'))}
        </span>
        <span role="status">{saved === 'failed' ? 'This draft is only in this tab: it could not be saved.' : ''}</span>
      </p>
    </div>
  );
}

const keyHint = (sendKey: 'enter' | 'mod_enter'): string =>
  `${sendKey === 'mod_enter' ? 'Ctrl+Enter sends.' : 'Enter sends, Shift+Enter breaks the line.'} @ names a file, / a command.`;

/** Enter sends, or only with Ctrl or Command when that is preferred; on touch Enter breaks the line. */
function isSendKey(
  { key, shiftKey, altKey, ctrlKey, metaKey, nativeEvent }: KeyboardEvent,
  sendKey: 'enter' | 'mod_enter',
): boolean {
  if (key !== 'Enter' || nativeEvent.isComposing) return false;
  if (ctrlKey || metaKey) return true;
  return sendKey === 'enter' && !shiftKey && !altKey && !matchMedia('(pointer: coarse)').matches;
}
