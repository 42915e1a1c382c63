import { Link } from '@tanstack/react-router';
import type { View } from '../api/client.js';
import { useOrganization } from '../live/live-context.js';
import { Age } from '../ui/age.js';
import { Button } from '../ui/button.js';
import { actOf } from './message-words.js';

const SOURCES = { command: 'A command', effect: 'An effect', reaction: 'A reaction', broker: 'A message' } as const;

interface DeadLetterRowProps {
  organizationId: string;
  letter: View['DeadLetterView'];
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  pending: boolean;
  onRetry: () => void;
  onDiscard: () => void;
}

/** One thing that could not be handled: what, why, and what was done about it. */
export function DeadLetterRow(props: DeadLetterRowProps) {
  const { organizationId, letter, isChosen, onChoose, pending, onRetry, onDiscard } = props;
  const { name, source, module, entityId, code, message, attempts, diedAt, actions } = letter;
  const title = name === null ? `${SOURCES[source]} that cannot be read` : actOf(name);
  return (
    <li className="flex flex-wrap items-start gap-2 p-2">
      {actions.length > 0 && (
        <input
          type="checkbox"
          aria-label={`Choose ${title}`}
          className="mt-1 size-4"
          checked={isChosen}
          onChange={({ target }) => {
            onChoose(target.checked);
          }}
        />
      )}
      <div className="min-w-0 flex-1">
        <p>
          {title} <span className="text-meta text-text-3">{module}</span>
        </p>
        <p className="prose-width text-danger">{message}</p>
        <p className="text-meta text-text-2">
          {SOURCES[source]}, {attempts === 1 ? 'one attempt' : `${attempts} attempts`}, code <code>{code}</code>, failed{' '}
          <Age at={diedAt} ago />
          {entityId !== null && (
            <>
              {' · '}
              <Link
                to="/o/$organizationId/inspector"
                params={{ organizationId }}
                search={{ module, entity: entityId }}
                className="text-accent underline"
              >
                its activity
              </Link>
            </>
          )}
        </p>
        <Resolved organizationId={organizationId} letter={letter} />
      </div>
      {actions.includes('retry') && (
        <Button pending={pending ? 'Retrying' : null} aria-label={`Retry ${title}`} onClick={onRetry}>
          Retry
        </Button>
      )}
      {actions.includes('discard') && (
        <Button aria-label={`Discard ${title}`} onClick={onDiscard}>
          Discard
        </Button>
      )}
    </li>
  );
}

/** Who dealt with it, and what followed. */
function Resolved({ organizationId, letter }: Pick<DeadLetterRowProps, 'organizationId' | 'letter'>) {
  const { state } = useOrganization(organizationId);
  const { resolvedBy, resolvedAt, retriedAs, reason, module, entityId } = letter;
  if (resolvedAt === null || resolvedBy === null) return null;
  const id = /^user:(\d+)$/.exec(resolvedBy)?.[1];
  const login = id === undefined ? undefined : state?.members.get(id)?.login;
  return (
    <p className="text-meta text-text-2">
      {letter.state === 'discarded' ? 'Discarded' : 'Retried'} by {login === undefined ? resolvedBy : `@${login}`}{' '}
      <Age at={resolvedAt} ago />
      {reason !== null && `: ${reason}`}
      {retriedAs !== null && entityId !== null && letter.source === 'command' && (
        <>
          {' · '}
          <Link
            to="/o/$organizationId/inspector"
            params={{ organizationId }}
            search={{ module, entity: entityId, command: retriedAs }}
            className="text-accent underline"
          >
            the command that followed
          </Link>
        </>
      )}
    </p>
  );
}
