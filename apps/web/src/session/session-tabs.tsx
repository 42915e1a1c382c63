import { Tabs as Base } from '@base-ui/react/tabs';
import type { AgentView } from '@foundry/sandbox/contracts';
import type { PermissionView, SessionView } from '@foundry/task/contracts';
import { useMutation } from '@tanstack/react-query';
import { Bot, CircleAlert, Hand, Loader, Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { newId } from '../api/new-id.js';
import { useLive } from '../live/live-context.js';
import { withSession } from '../live/task-topic.js';
import { useAction } from '../palette/use-action.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL } from '../ui/field.js';
import { Menu, MenuItem, MenuLine } from '../ui/menu.js';
import { closeSession, createSession, renameSession } from './session-calls.js';
import { useAgentChoice } from './use-agents.js';
import { whyNotRunning } from './usual-agent.js';
import { SESSION_WORDS, turnWords } from './words.js';

interface SessionTabsProps {
  organizationId: string;
  taskId: string;
  sandboxId: string | null;
  sessions: readonly SessionView[];
  permissions: readonly PermissionView[];
  /** Null: a new one, which its first message opens. */
  selected: string | null;
  mayAct: boolean;
  onSelect: (sessionId: string | null) => void;
}

const TAB =
  'flex min-h-9 max-w-52 min-w-0 items-center gap-1.5 border-b-2 border-transparent px-2 whitespace-nowrap text-text-2 -outline-offset-2 hover:text-text data-[active]:border-accent data-[active]:text-text pointer-coarse:min-h-11';

/** The conversations of a task. F2 renames the one that has the focus, Delete closes it. */
export function SessionTabs(props: SessionTabsProps) {
  const { organizationId, taskId, sandboxId, sessions, permissions, selected, mayAct, onSelect } = props;
  const topic = useLive().task(taskId);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [closing, setClosing] = useState<string | null>(null);
  const create = useMutation({
    mutationFn: (agent: string | null) =>
      createSession(taskId, { sessionId: newId(), ...(agent === null ? {} : { agent }) }),
    onSuccess: (session) => {
      topic.merge((state) => withSession(state, session));
      onSelect(session.sessionId);
    },
  });
  const close = useMutation({
    mutationFn: (sessionId: string) => closeSession(sessionId),
    onSuccess: (session) => topic.merge((state) => withSession(state, session)),
    onSettled: () => setClosing(null),
  });
  const current = sessions.find(({ sessionId }) => sessionId === selected) ?? null;
  const place = sessions.findIndex(({ sessionId }) => sessionId === selected);
  const go = (step: -1 | 1): (() => void) | null => {
    const other = sessions[place + step];
    return other && place !== -1 ? () => onSelect(other.sessionId) : null;
  };
  useAction('session.previous', go(-1));
  useAction('session.next', go(1));
  const { agents, chosen } = useAgentChoice(organizationId, sandboxId);
  const usual = chosen.agent ?? null;
  useAction('session.new', mayAct && !create.isPending ? () => create.mutate(usual) : null);
  const closeAsked = (session: SessionView): void => {
    const isBusy = session.turn !== null || session.queued > 0;
    if (isBusy) setClosing(session.sessionId);
    else close.mutate(session.sessionId);
  };
  const onKeyDown = (event: KeyboardEvent, session: SessionView): void => {
    if (!mayAct) return;
    if (event.key === 'F2') setRenaming(session.sessionId);
    else if (event.key === 'Delete') closeAsked(session);
    else return;
    event.preventDefault();
  };
  return (
    <div className="grid border-b border-line">
      <div className="flex min-w-0 items-center px-2">
        <Base.Root
          value={selected}
          onValueChange={(next: unknown) => onSelect(typeof next === 'string' ? next : null)}
          className="min-w-0"
        >
          <Base.List aria-label="Sessions" className="flex overflow-x-auto">
            {sessions.map((session) => (
              <Base.Tab
                key={session.sessionId}
                value={session.sessionId}
                className={TAB}
                aria-controls="session-panel"
                aria-keyshortcuts="F2 Delete"
                onDoubleClick={() => mayAct && setRenaming(session.sessionId)}
                onKeyDown={(event) => onKeyDown(event, session)}
              >
                <SessionIcon
                  session={session}
                  needsYou={permissions.some(
                    ({ sessionId, state }) => sessionId === session.sessionId && state === 'open',
                  )}
                />
                <span className="truncate">{session.name}</span>
              </Base.Tab>
            ))}
          </Base.List>
        </Base.Root>
        {mayAct && (
          <span className="flex shrink-0 items-center">
            <NewSessionMenu
              agents={agents}
              usual={usual}
              isPending={create.isPending}
              onCreate={(agent) => create.mutate(agent)}
            />
            {current && current.state !== 'closed' && (
              <Menu label={`Actions of ${current.name}`} trigger={<span aria-hidden="true">⋯</span>}>
                <MenuItem onSelect={() => setRenaming(current.sessionId)}>Rename</MenuItem>
                <MenuItem onSelect={() => closeAsked(current)}>Close</MenuItem>
              </Menu>
            )}
          </span>
        )}
      </div>
      {renaming !== null && current?.sessionId === renaming && (
        <NameEditor key={renaming} session={current} onEnd={() => setRenaming(null)} />
      )}
      {closing !== null && current?.sessionId === closing && (
        <p role="status" className="flex flex-wrap items-center gap-2 p-2">
          <span className="text-warning">Its turn is stopped, and what waits is cancelled.</span>
          <Button look="danger" pending={close.isPending ? 'Closing' : null} onClick={() => close.mutate(closing)}>
            Close {current.name}
          </Button>
          <Button look="quiet" onClick={() => setClosing(null)}>
            Keep it
          </Button>
        </p>
      )}
      {create.isError && <ErrorNotice error={create.error} what="No session was opened." />}
      {close.isError && <ErrorNotice error={close.error} what="The session is still open." />}
    </div>
  );
}

/** What a session does, as a picture with its words. */
function SessionIcon({ session: { state, turn, code }, needsYou }: { session: SessionView; needsYou: boolean }) {
  const words = needsYou ? 'Needs you' : turn ? turnWords(turn) : code !== null ? 'Failed' : SESSION_WORDS[state];
  const [Icon, look] = needsYou
    ? ([Hand, 'text-warning'] as const)
    : turn || state === 'starting'
      ? ([Loader, 'animate-spin text-accent'] as const)
      : state === 'error'
        ? ([CircleAlert, 'text-danger'] as const)
        : ([Bot, 'text-text-3'] as const);
  return (
    <span title={words} className="shrink-0">
      <Icon aria-hidden="true" size={14} strokeWidth={1.75} className={look} />
      <span className="sr-only">{words}</span>
    </span>
  );
}

interface NewSessionMenuProps {
  agents: readonly AgentView[];
  usual: string | null;
  isPending: boolean;
  onCreate: (agent: string | null) => void;
}

function NewSessionMenu({ agents, usual, isPending, onCreate }: NewSessionMenuProps) {
  const create = (agent: string | null): void => {
    if (!isPending) onCreate(agent);
  };
  return (
    <Menu label="New session" trigger={<Plus aria-hidden="true" size={16} strokeWidth={1.75} />}>
      <MenuItem onSelect={() => create(usual)}>With the usual agent</MenuItem>
      {agents.length > 0 && <MenuLine />}
      {agents.map((agent) => {
        const reason = whyNotRunning(agent);
        return (
          <MenuItem key={agent.id} isDisabled={reason !== null} onSelect={() => create(agent.id)}>
            <span className="flex-1">{agent.name}</span>
            {reason !== null && <span className="text-meta">{reason}</span>}
          </MenuItem>
        );
      })}
    </Menu>
  );
}

function NameEditor({ session, onEnd }: { session: SessionView; onEnd: () => void }) {
  const topic = useLive().task(session.taskId);
  const [name, setName] = useState(session.name);
  const save = useMutation({
    mutationFn: (next: string) => renameSession(session.sessionId, next),
    onSuccess: (changed) => {
      topic.merge((state) => withSession(state, changed));
      onEnd();
    },
  });
  return (
    <form
      className="grid gap-2 p-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') save.mutate(name.trim());
      }}
    >
      <span className="flex gap-2">
        <input
          aria-label="Name of the session"
          autoFocus
          maxLength={80}
          value={name}
          className={CONTROL}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onEnd();
          }}
        />
        <Button type="submit" look="primary" disabled={name.trim() === ''} pending={save.isPending ? 'Saving' : null}>
          Save
        </Button>
      </span>
      {save.isError && <ErrorNotice error={save.error} what="The session keeps its name." />}
    </form>
  );
}
