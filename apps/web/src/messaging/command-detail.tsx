import { type ChainNode, ChainView, CommandView, type HistoryItem } from '@foundry/messaging/contracts';
import type { MemberView } from '@foundry/organization/contracts';
import { useQuery } from '@tanstack/react-query';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { Button } from '../ui/button.js';
import { CopyButton } from '../ui/copy-button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { CancelCommand } from './cancel-command.js';
import { actOf, actorWords, lengthOf, moduleOfName, OUTCOMES, stateWords } from './message-words.js';
import { waitWords } from './pending.js';

interface CommandDetailProps {
  commandId: string;
  /** The same command as the live history has it; when it changes, the details are read again. */
  row: HistoryItem | null;
  members: ReadonlyMap<string, MemberView> | undefined;
  onOpen: (commandId: string) => void;
  onClose: () => void;
}

const clock = new Intl.DateTimeFormat('en-US', {
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** One command from acceptance to outcome, and everything that it belongs to. */
export function CommandDetail({ commandId, row, members, onOpen, onClose }: CommandDetailProps) {
  const stand = `${row?.state ?? ''} ${row?.attempt ?? ''} ${row?.outcome ?? ''}`;
  const params = { path: { commandId } };
  const detail = useQuery({
    queryKey: ['command', commandId, stand],
    queryFn: async () => CommandView.parse(await answered(api.GET('/v1/commands/{commandId}', { params }))),
    placeholderData: (held) => held,
  });
  const chain = useQuery({
    queryKey: ['chain', commandId, stand],
    queryFn: async () => ChainView.parse(await answered(api.GET('/v1/commands/{commandId}/chain', { params }))),
    placeholderData: (held) => held,
  });
  const command = detail.data;
  return (
    <section aria-label="Command" className="grid gap-3 rounded-card border border-line bg-canvas p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-title font-semibold">
          {command ? actOf(command.name) : 'Command'}{' '}
          {command && <span className="text-meta font-normal text-text-3">{moduleOfName(command.name)}</span>}
        </h2>
        <span className="flex flex-wrap gap-2">
          {command?.actions.includes('cancel') && (
            <CancelCommand commandId={commandId} onCancelled={() => void detail.refetch()} />
          )}
          <CopyButton text={commandId} label="Copy the id" withLabel />
          <Button onClick={onClose}>Close</Button>
        </span>
      </div>
      {detail.isPending && <Skeleton rows={2} label="Reading the command" />}
      {detail.isError && (
        <ErrorNotice error={detail.error} what="The command was not read." retry={() => void detail.refetch()} />
      )}
      {command && <LifeLine command={command} members={members} />}
      {command?.payload && (
        <details>
          <summary className="cursor-pointer py-1 text-text-2">What it carried</summary>
          <pre
            tabIndex={0}
            aria-label="Payload"
            className="max-h-72 overflow-auto rounded-chip bg-sunken p-2 font-mono text-meta"
          >
            {JSON.stringify(command.payload, null, 2)}
          </pre>
        </details>
      )}
      {chain.isError && (
        <ErrorNotice error={chain.error} what="The chain was not read." retry={() => void chain.refetch()} />
      )}
      {chain.data && <Chain chain={chain.data} current={commandId} onOpen={onOpen} />}
    </section>
  );
}

function LifeLine({ command, members }: { command: CommandView; members: CommandDetailProps['members'] }) {
  const { actor, acceptedAt, publishedAt, startedAt, settledAt, attempt, outcome, message, next } = command;
  const steps = [
    ['Accepted', acceptedAt],
    ['Published', publishedAt],
    ['Started', startedAt],
    [outcome === null ? 'Settled' : OUTCOMES[outcome], settledAt],
  ] as const;
  return (
    <>
      <ol className="flex flex-wrap gap-x-6 gap-y-2">
        {steps.map(([name, at]) => (
          <li key={name} className={at === null ? 'text-text-3' : 'text-text'}>
            <span className="block font-medium">{name}</span>
            <span className="text-meta text-text-2">{at === null ? 'not yet' : clock.format(new Date(at))}</span>
          </li>
        ))}
      </ol>
      <p className="text-text-2">
        Asked by {actorWords(actor, members)}. {attempt === 1 ? 'One attempt.' : `${attempt} attempts.`}
        {next && ` ${waitWords(next)}`}
      </p>
      {message !== null && <p className="prose-width text-danger">{message}</p>}
    </>
  );
}

function Chain({ chain, current, onOpen }: { chain: ChainView; current: string; onOpen: (id: string) => void }) {
  return (
    <div className="grid gap-1">
      <h3 className="font-medium">Everything that one request began</h3>
      <ol className="grid gap-0.5">
        {chain.nodes.map((node) => (
          <li
            key={node.id}
            style={{ paddingInlineStart: `${Math.min(node.depth, 8) * 0.75}rem` }}
            className="flex flex-wrap gap-x-2"
          >
            <Step node={node} isCurrent={node.id === current} onOpen={onOpen} />
          </li>
        ))}
      </ol>
      {chain.truncated && <p className="text-text-3">There is more; the oldest 500 are shown.</p>}
    </div>
  );
}

const KINDS = { command: 'command', event: 'event', effect: 'effect' } as const;

function Step({ node, isCurrent, onOpen }: { node: ChainNode; isCurrent: boolean; onOpen: (id: string) => void }) {
  const name = `${actOf(node.name)} (${moduleOfName(node.name)})`;
  return (
    <>
      {node.kind === 'command' && !isCurrent ? (
        <button
          type="button"
          className="rounded-chip py-0.5 text-accent underline"
          onClick={() => {
            onOpen(node.id);
          }}
        >
          {name}
        </button>
      ) : (
        <span className={`py-0.5 ${isCurrent ? 'font-semibold' : ''}`}>{name}</span>
      )}
      <span className="py-0.5 text-text-3">
        {KINDS[node.kind]} · {stateWords(node.state, node.outcome).toLowerCase()}
        {node.ms !== null && ` · ${lengthOf(node.ms)}`}
      </span>
    </>
  );
}
