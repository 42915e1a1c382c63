import type { MemberView } from '@foundry/organization/contracts';
import type { OwnerView } from '@foundry/task/contracts';
import { useMutation } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useApp, useLive, useOrganization } from '../live/live-context.js';
import { withTask } from '../live/task-topic.js';
import { useAction } from '../palette/use-action.js';
import { Avatar } from '../ui/avatar.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Menu, MenuItem, MenuLine } from '../ui/menu.js';
import { changeOwner } from './task-calls.js';

interface OwnerCardProps {
  organizationId: string;
  taskId: string;
  /** Null: nobody acted on the task yet. */
  owner: OwnerView | null;
  mayAct: boolean;
}

const NO_MEMBERS: ReadonlyMap<string, MemberView> = new Map();

/** Whose identity the task uses, and a choice of somebody else. What was chosen is shown when the server says so. */
export function OwnerCard({ organizationId, taskId, owner, mayAct }: OwnerCardProps) {
  const topic = useLive().task(taskId);
  const change = useMutation({
    mutationFn: (member: Pick<MemberView, 'userId' | 'login'>) => changeOwner(taskId, member.userId),
    onSuccess: (task) => topic.merge((state) => withTask(state, task)),
  });
  const place = useRef<HTMLDivElement>(null);
  useAction('task.owner', mayAct ? () => place.current?.querySelector('button')?.click() : null);
  const person = owner?.person ?? null;
  return (
    <section aria-labelledby="owner" className="grid gap-2 rounded-card border border-line bg-surface p-3">
      <h2 id="owner" className="font-semibold">
        Owner
      </h2>
      {person ? (
        <p className="flex min-w-0 items-center gap-2">
          <Avatar login={person.login} url={person.avatarUrl} size={32} />
          <span data-owner className="min-w-0 truncate font-medium text-owner" title={person.login}>
            {person.login}
          </span>
        </p>
      ) : (
        <p className="text-text-2">No owner yet. Whoever acts first becomes it.</p>
      )}
      {owner && <p className="text-text-2">{identityWords(owner)}</p>}
      {mayAct && (
        <div ref={place}>
          <MemberMenu
            organizationId={organizationId}
            ownerId={person?.userId ?? null}
            isPending={change.isPending}
            onChoose={(member) => change.mutate(member)}
          />
        </div>
      )}
      {change.isPending && <p role="status">Changing the owner to @{change.variables.login}</p>}
      {change.isError && (
        <ErrorNotice error={change.error} what={`The owner was not changed to @${change.variables.login}.`} />
      )}
    </section>
  );
}

function identityWords({ person, pending, credential, code }: OwnerView): string {
  if (person === null) return 'No owner: pushes wait for someone to act.';
  if (pending !== null) return `@${pending.login} takes over after @${person.login}'s turn.`;
  switch (credential) {
    case 'preparing':
      return 'Identity is being prepared.';
    case 'refused':
      return `Pushes are blocked: @${person.login} has no GitHub access here${code === null ? '' : ` (${code})`}.`;
    case 'none':
    case 'ready':
      return `Pushes as @${person.login}.`;
  }
}

interface MemberMenuProps {
  organizationId: string;
  ownerId: string | null;
  isPending: boolean;
  onChoose: (member: Pick<MemberView, 'userId' | 'login'>) => void;
}

function MemberMenu({ organizationId, ownerId, isPending, onChoose }: MemberMenuProps) {
  const { user } = useApp();
  const { state } = useOrganization(organizationId);
  const members = state?.members ?? NO_MEMBERS;
  const shown = useMemo(
    () =>
      [...members.values()]
        .filter((member) => member.state === 'active')
        .sort((a, b) => a.login.localeCompare(b.login)),
    [members],
  );
  const choose = (member: Pick<MemberView, 'userId' | 'login'>): void => {
    if (!isPending && member.userId !== ownerId) onChoose(member);
  };
  return (
    <Menu label="Change the owner:" trigger={<span className="font-medium text-accent">Choose an owner</span>}>
      <p className="max-w-64 px-2 py-1 text-meta text-text-3">
        Commits and pushes use the account of the owner from then on. It starts no machine.
      </p>
      {ownerId !== user.userId && (
        <>
          <MenuItem onSelect={() => choose(user)}>
            <Avatar login={user.login} url={user.avatarUrl} />
            Take over
          </MenuItem>
          <MenuLine />
        </>
      )}
      {shown.map((member) => {
        const reason = cannotOwn(member);
        return (
          <MenuItem key={member.userId} isDisabled={reason !== null} onSelect={() => choose(member)}>
            <Avatar login={member.login} url={member.avatarUrl} />
            <span className="min-w-0 flex-1 truncate">{member.login}</span>
            <span className="text-meta text-text-3">{reason ?? member.role}</span>
            {member.userId === ownerId && (
              <>
                <Check aria-hidden="true" size={14} strokeWidth={1.75} />
                <span className="sr-only">owner now</span>
              </>
            )}
          </MenuItem>
        );
      })}
    </Menu>
  );
}

/** Why somebody cannot own a task, as far as it is known here; the server looks at GitHub too. */
const cannotOwn = ({ role }: MemberView): string | null => (role === 'viewer' ? 'may only look' : null);
