import type { ItemView } from '@foundry/task/contracts';
import { configWords } from './config-words.js';
import { ConfigData, outputText, PlanData, shownInput, ToolCallData, TurnData, UserMessageData } from './item-data.js';
import type { TranscriptRow } from './transcript-rows.js';
import { outcomeWords } from './words.js';

/** An entry as Markdown, to be pasted elsewhere. */
export function entryMarkdown(row: TranscriptRow): string {
  if (row.kind === 'day') return '';
  return (row.kind === 'item' ? [row.item] : row.items).map(itemMarkdown).join('\n\n');
}

function itemMarkdown(item: ItemView): string {
  switch (item.kind) {
    case 'user_message': {
      const { attachments } = UserMessageData.parse(item.data);
      const named = (attachments ?? []).flatMap(({ path, line }) =>
        path ? [`- \`${path}${line ? `:${line}` : ''}\``] : [],
      );
      return [item.text, named.join('\n')].filter((part) => part !== '').join('\n\n');
    }
    case 'tool_call':
      return toolMarkdown(item);
    case 'plan': {
      const entries = PlanData.parse(item.data).entries ?? [];
      const box = (state: string | null | undefined): string => (state === 'completed' ? 'x' : ' ');
      return entries.map(({ content, status, state }) => `- [${box(status ?? state)}] ${content}`).join('\n');
    }
    case 'turn':
      return outcomeWords(TurnData.parse(item.data).outcome);
    case 'config_change':
      return [configWords(ConfigData.parse(item.data)), item.text].filter((part) => part !== '').join(' ');
    default:
      return item.text;
  }
}

function toolMarkdown(item: ItemView): string {
  const { title, input, output, diffs } = ToolCallData.parse(item.data);
  const given = shownInput(input);
  const said = outputText(output);
  return [
    `**${title ?? item.text}**`,
    ...(given === '' ? [] : [fenced(given)]),
    ...(diffs ?? []).map(({ path }) => `\`${path}\``),
    ...(said === '' ? [] : [fenced(said)]),
  ].join('\n\n');
}

/** In a fence that is longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.replace(/\n$/, '')}\n${fence}`;
}
