import type { ItemView } from '@foundry/task/contracts';
import type { Transcript } from '../live/transcript.js';
import { RequestData, TurnData, UserMessageData } from './item-data.js';
import { outcomeWords } from './words.js';

/** What of an item is worth saying; never the words of an agent as they come. */
function wordsOf(item: ItemView): string | null {
  switch (item.kind) {
    case 'user_message':
      return `${UserMessageData.parse(item.data).author?.login ?? 'Somebody'}: message sent`;
    case 'turn':
      return `Agent: ${outcomeWords(TurnData.parse(item.data).outcome)}`;
    case 'permission':
      return RequestData.parse(item.data).answer ? null : 'Agent asks permission';
    case 'question':
      return RequestData.parse(item.data).answer ? null : 'Agent asks a question';
    default:
      return null;
  }
}

/** Tells those who do not see it what happened last. */
export function Announcer({ transcript: { items } }: { transcript: Transcript }) {
  const last = items.findLast((item) => wordsOf(item) !== null);
  const words = last ? wordsOf(last) : null;
  const isUrgent = last?.kind === 'permission' || last?.kind === 'question';
  return (
    <p aria-live={isUrgent ? 'assertive' : 'polite'} className="sr-only">
      {words ?? ''}
    </p>
  );
}
