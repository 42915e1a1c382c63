import type { InboxItem, InboxKind } from '@foundry/user/contracts';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, GitPullRequest, Hand, type LucideIcon, UserRound } from 'lucide-react';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { Age } from '../ui/age.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { inboxWords } from './inbox-words.js';

const ICONS: Readonly<Record<InboxKind, readonly [LucideIcon, string]>> = {
  needs_you: [Hand, 'text-warning'],
  finished: [CircleCheck, 'text-text-2'],
  failed: [CircleAlert, 'text-danger'],
  owner_changed: [UserRound, 'text-owner'],
  pull_request: [GitPullRequest, 'text-text-2'],
};

interface InboxRowProps {
  item: InboxItem;
  verb: string;
  onAct: () => void;
}

/** One item: what it is about, and what can be done at once. The title leads to its task. */
export function InboxRow({ item, verb, onAct }: InboxRowProps) {
  const { kind, title, organizationId, taskId, sessionId, at, permissionId, doneAt, doneBy } = item;
  const [Icon, look] = ICONS[kind];
  const allow = useMutation({
    mutationFn: (id: string) =>
      done(
        api.POST('/v1/permissions/{permissionId}/answer', {
          params: { path: { permissionId: id } },
          body: { answer: 'allow_once' },
        }),
      ),
  });
  return (
    <li className="grid gap-2 p-2">
      <div className="flex flex-wrap items-center gap-2">
        <Icon aria-hidden="true" size={16} strokeWidth={1.75} className={`shrink-0 ${look}`} />
        <span className="grid min-w-0 flex-1 basis-52">
          <Link
            to="/o/$organizationId/tasks/$taskId"
            params={{ organizationId, taskId }}
            search={sessionId === null ? {} : { session: sessionId }}
            className="truncate py-0.5 font-medium text-text underline decoration-line"
          >
            {title}
          </Link>
          <span className="text-meta text-text-2">
            {inboxWords(item)} · <Age at={at} ago />
            {doneAt !== null && doneBy === 'self' && ' · settled elsewhere'}
          </span>
        </span>
        {permissionId !== null && doneAt === null && item.reason === 'permission' && (
          <Button
            look="primary"
            pending={allow.isPending ? 'Allowing' : null}
            onClick={() => {
              allow.mutate(permissionId);
            }}
          >
            Allow once
          </Button>
        )}
        <Button aria-label={`${verb}: ${title}`} onClick={onAct}>
          {verb}
        </Button>
      </div>
      {allow.isError && <ErrorNotice error={allow.error} what="The permission was not given." />}
    </li>
  );
}
