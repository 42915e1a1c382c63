import type { ItemView } from '@foundry/task/contracts';
import { lazy, memo, Suspense } from 'react';
import { Disclosure } from '../ui/disclosure.js';
import { Skeleton } from '../ui/skeleton.js';
import { AgentText } from './agent-text.js';
import { ConfigChange, ErrorItem, GitNews, Notice, OwnerChange } from './news-item.js';
import { Plan } from './plan.js';
import { ToolCall } from './tool-call.js';
import { ToolGroup } from './tool-group.js';
import { sameItems, type TranscriptRow } from './transcript-rows.js';
import { TurnEnd } from './turn-end.js';
import { UserMessage } from './user-message.js';
import { spanOf } from './words.js';

const RequestItem = lazy(async () => ({ default: (await import('./request-card.js')).RequestItem }));

function Reasoning({ item }: { item: ItemView }) {
  const ms = Date.parse(item.updatedAt) - Date.parse(item.createdAt);
  return (
    <Disclosure
      summary={
        <span className="text-text-2">{item.open ? 'Thinking' : `Thought for ${spanOf(Math.max(ms, 1_000))}`}</span>
      }
    >
      {() => (
        <div className="text-text-2">
          <AgentText text={item.text} />
        </div>
      )}
    </Disclosure>
  );
}

/** One entry. What is finished is drawn once. */
const Item = memo(function Item({ item }: { item: ItemView }) {
  switch (item.kind) {
    case 'user_message':
      return <UserMessage item={item} />;
    case 'assistant_text':
      return <AgentText text={item.text} />;
    case 'reasoning':
      return <Reasoning item={item} />;
    case 'tool_call':
      return <ToolCall item={item} />;
    case 'plan':
      return <Plan item={item} />;
    case 'permission':
    case 'question':
      return (
        <Suspense fallback={<Skeleton rows={2} label="Loading what the agent asks" />}>
          <RequestItem item={item} />
        </Suspense>
      );
    case 'turn':
      return <TurnEnd item={item} />;
    case 'error':
      return <ErrorItem item={item} />;
    case 'owner_change':
      return <OwnerChange item={item} />;
    case 'git':
      return <GitNews item={item} />;
    case 'config_change':
      return <ConfigChange item={item} />;
    case 'notice':
      return <Notice item={item} />;
  }
});

const Group = memo(ToolGroup, (before, now) => sameItems(before.items, now.items));

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'full' });

export function TranscriptRowView({ row }: { row: TranscriptRow }) {
  switch (row.kind) {
    case 'item':
      return <Item item={row.item} />;
    case 'tools':
      return <Group items={row.items} />;
    case 'day':
      return <p className="text-center text-meta text-text-3">{day.format(new Date(row.at))}</p>;
  }
}

const NAMES: Readonly<Record<ItemView['kind'], string>> = {
  user_message: 'Message',
  assistant_text: 'Agent',
  reasoning: 'Reasoning',
  tool_call: 'Tool',
  plan: 'Plan',
  permission: 'Permission',
  question: 'Question',
  turn: 'End of a turn',
  error: 'Error',
  owner_change: 'Owner',
  git: 'Git',
  config_change: 'Settings',
  notice: 'Notice',
};

/** What a screen reader says an entry is. */
export function rowName(row: TranscriptRow): string {
  if (row.kind === 'item') return NAMES[row.item.kind];
  return row.kind === 'tools' ? 'Tools' : 'Day';
}
