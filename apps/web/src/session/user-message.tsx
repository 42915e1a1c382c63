import type { ItemView } from '@foundry/task/contracts';
import { Age } from '../ui/age.js';
import { Avatar } from '../ui/avatar.js';
import { UserMessageData } from './item-data.js';

/** What a person said. Messages of teammates look the same as one's own. */
export function UserMessage({ item }: { item: ItemView }) {
  const { author, attachments } = UserMessageData.parse(item.data);
  const login = author?.login ?? 'somebody';
  return (
    <div className="grid gap-2 rounded-card border border-line bg-canvas p-3">
      <h2 className="flex items-center gap-2 text-meta text-text-3">
        <Avatar login={login} url={author?.avatarUrl ?? null} size={20} />
        <span className="font-medium text-text">{login}</span>
        <Age at={item.createdAt} ago />
      </h2>
      <p className="prose-width text-prose break-words whitespace-pre-wrap">{item.text}</p>
      {attachments && attachments.length > 0 && (
        <ul aria-label="Attached" className="flex flex-wrap gap-1">
          {attachments.map(({ kind, path, line }, index) => (
            <li key={index} className="rounded-chip bg-sunken px-1.5 py-0.5 font-mono text-meta break-all">
              {path ?? kind}
              {line ? `:${line}` : ''}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
