import type { ItemKind } from '../contracts/index.js';
import { beginning, bytesOf, KIB } from './sizes.js';

const RECAP_BYTES = 16 * KIB;
const ITEM_BYTES = 4 * KIB;

const WHO: Partial<Record<ItemKind, string>> = {
  user_message: 'User',
  assistant_text: 'You',
  tool_call: 'You used a tool',
  error: 'Error',
};

/** An entry as far as a recap tells it. */
export interface Told {
  kind: ItemKind;
  text: string;
  title: string | null;
}

/**
 * What was said before, for an agent that lost its conversation: the newest entries that fit, the oldest of them first.
 * Null when there is nothing to tell. `newestFirst`: the transcript from its end.
 */
export function recapOf(newestFirst: readonly Told[]): string | null {
  const intro =
    'This conversation went on before in another session that cannot be opened any more. What was said, the newest last:';
  const outro = 'That is all that was said before. The next message continues the conversation.';
  const told: string[] = [];
  let left = RECAP_BYTES - bytesOf(intro) - bytesOf(outro) - 4;
  for (const { kind, text, title } of newestFirst) {
    const who = WHO[kind];
    const words = (kind === 'tool_call' ? (title ?? '') : text).trim();
    if (who === undefined || words === '') continue;
    const entry = `${who}: ${beginning(words, ITEM_BYTES)}`;
    left -= bytesOf(entry) + 2;
    if (left < 0) break;
    told.push(entry);
  }
  return told.length === 0 ? null : [intro, ...told.reverse(), outro].join('\n\n');
}
