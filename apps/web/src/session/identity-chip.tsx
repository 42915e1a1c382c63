import type { TaskPerson } from '@foundry/task/contracts';
import { useApp } from '../live/live-context.js';
import { Avatar } from '../ui/avatar.js';

/** Whose identity a message is sent with, and whether that makes somebody else the owner. */
export function IdentityChip({ owner, verb = 'Sending' }: { owner: TaskPerson | null; verb?: string }) {
  const { user } = useApp();
  const isOther = owner !== null && owner.userId !== user.userId;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1.5 text-meta text-text-2">
      <Avatar login={user.login} url={user.avatarUrl} size={16} />
      <span>as @{user.login}</span>
      {owner === null && <span className="text-text-3">{verb} makes you the owner</span>}
      {isOther && (
        <span className="text-warning">
          {verb} makes you the owner (now @{owner.login})
        </span>
      )}
    </span>
  );
}
