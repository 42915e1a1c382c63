import type { MessageView } from '@foundry/task/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApp } from '../live/live-context.js';
import { Avatar } from '../ui/avatar.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL } from '../ui/field.js';
import { MessageAttachments } from './attachments-later.js';
import { cancelMessage, editMessage, releaseQueue, retryMessage } from './session-calls.js';
import { messageWords } from './words.js';

interface QueueProps {
  sessionId: string;
  messages: readonly MessageView[];
  isHeld: boolean;
  mayAct: boolean;
}

/** Messages that no agent has yet, in their order, with what each waits for. */
export function Queue({ sessionId, messages, isHeld, mayAct }: QueueProps) {
  const release = useMutation({ mutationFn: () => releaseQueue(sessionId) });
  return (
    <section
      aria-label="Waiting messages"
      className="max-h-[30vh] overflow-y-auto border-t border-line px-4 py-2 min-[600px]:px-6"
    >
      {isHeld && (
        <div className="mb-2 flex flex-wrap items-center gap-2">
          <p className="text-warning">The turn was stopped, so what waits is held.</p>
          {mayAct && (
            <Button pending={release.isPending ? 'Sending' : null} onClick={() => release.mutate()}>
              Send next
            </Button>
          )}
          {release.isError && <ErrorNotice error={release.error} what="The queue is still held." />}
        </div>
      )}
      <ul className="grid gap-2">
        {messages.map((message) => (
          <li key={message.messageId}>
            <Waiting message={message} mayAct={mayAct} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting({ message, mayAct }: { message: MessageView; mayAct: boolean }) {
  const { messageId, author, text, attachments, state, waitingFor } = message;
  const { user } = useApp();
  const [isEditing, setIsEditing] = useState(false);
  const cancel = useMutation({ mutationFn: () => cancelMessage(messageId) });
  const retry = useMutation({ mutationFn: (withoutCredential: boolean) => retryMessage(messageId, withoutCredential) });
  const isOwnLink = waitingFor === 'github_link' && author.userId === user.userId;
  const isWaiting = state === 'queued' || state === 'failed';
  return (
    <div className="grid gap-1 rounded-card border border-line p-2">
      <p className="flex flex-wrap items-center gap-2 text-meta">
        <Avatar login={author.login} url={author.avatarUrl} size={16} />
        <span className="font-medium">{author.login}</span>
        <span role="status" className={state === 'failed' ? 'text-danger' : 'text-text-3'}>
          {messageWords(message)}
        </span>
      </p>
      {isEditing ? (
        <Editor messageId={messageId} text={text} onEnd={() => setIsEditing(false)} />
      ) : (
        <>
          {text !== '' && <p className="line-clamp-3 break-words whitespace-pre-wrap">{text}</p>}
          <MessageAttachments attachments={attachments} />
        </>
      )}
      {mayAct && isWaiting && !isEditing && (
        <p className="flex flex-wrap gap-1">
          {(state === 'failed' || isOwnLink) && (
            <Button pending={retry.isPending ? 'Trying' : null} onClick={() => retry.mutate(false)}>
              Retry
            </Button>
          )}
          {isOwnLink && (
            <Button pending={retry.isPending ? 'Trying' : null} onClick={() => retry.mutate(true)}>
              Run without GitHub access
            </Button>
          )}
          <Button look="quiet" onClick={() => setIsEditing(true)}>
            Edit
          </Button>
          <Button look="quiet" pending={cancel.isPending ? 'Cancelling' : null} onClick={() => cancel.mutate()}>
            Cancel
          </Button>
        </p>
      )}
      {cancel.isError && <ErrorNotice error={cancel.error} what="The message was not taken back." />}
      {retry.isError && <ErrorNotice error={retry.error} what="The message was not tried again." />}
    </div>
  );
}

function Editor({ messageId, text, onEnd }: { messageId: string; text: string; onEnd: () => void }) {
  const [words, setWords] = useState(text);
  const save = useMutation({ mutationFn: () => editMessage(messageId, words), onSuccess: onEnd });
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <textarea
        aria-label="Text of the message"
        rows={3}
        value={words}
        maxLength={64_000}
        className={CONTROL}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onEnd();
        }}
      />
      <span className="flex gap-2">
        <Button type="submit" look="primary" disabled={words.trim() === ''} pending={save.isPending ? 'Saving' : null}>
          Save
        </Button>
        <Button look="quiet" onClick={onEnd}>
          Keep as it was
        </Button>
      </span>
      {save.isError && <ErrorNotice error={save.error} what="The message was not changed." />}
    </form>
  );
}
