import type { ItemView } from '@foundry/task/contracts';
import { Age } from '../ui/age.js';
import { Avatar } from '../ui/avatar.js';
import { type AttachedData, UserMessageData } from './item-data.js';
import { MessageAttachments } from './attachments-later.js';

const NO_ATTACHMENTS: readonly AttachedData[] = Object.freeze([]);

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
      {item.text !== '' && <p className="prose-width text-prose break-words whitespace-pre-wrap">{item.text}</p>}
      <MessageAttachments attachments={attachments ?? NO_ATTACHMENTS} />
    </div>
  );
}
