import { useEffect, useSyncExternalStore } from 'react';
import { useApp, useLive } from '../live/live-context.js';
import { Avatar } from '../ui/avatar.js';

const MOST = 5;

/** Who else looks at the task now, and who writes. Being shown counts as looking, while the tab is visible. */
export function PresentPeople({ taskId }: { taskId: string }) {
  const { presence } = useLive();
  const { user } = useApp();
  const topic = `task:${taskId}`;
  const store = presence.of(topic);
  const { people, more = 0 } = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => presence.look(topic), [presence, topic]);
  const others = people.filter(({ userId }) => userId !== user.userId);
  if (others.length === 0) return null;
  const shown = others.slice(0, MOST);
  const unnamed = others.length - shown.length + more;
  return (
    <ul aria-label="Looking now" className="flex shrink-0 items-center gap-1">
      {shown.map(({ userId, login, avatarUrl, state }) => (
        <li
          key={userId}
          title={`@${login} is ${state === 'typing' ? 'writing' : 'looking'}`}
          className={`relative rounded-full ${state === 'typing' ? 'outline-2 outline-accent' : ''}`}
        >
          <Avatar login={login} url={avatarUrl} size={20} />
          <span className="sr-only">
            @{login} is {state === 'typing' ? 'writing' : 'looking'}
          </span>
        </li>
      ))}
      {unnamed > 0 && (
        <li className="text-meta text-text-2">
          +{unnamed}
          <span className="sr-only"> more</span>
        </li>
      )}
    </ul>
  );
}
