import { MenuItem } from '../ui/menu.js';
import { MenuPopup } from '../ui/menu-popup.js';
import { copyText } from '../ui/copy-text.js';
import { showToast } from '../ui/toast-store.js';
import { entryMarkdown } from './entry-markdown.js';
import { linkOf } from './target.js';
import type { TranscriptRow } from './transcript-rows.js';

/** An entry whose menu is open. */
export interface OpenEntry {
  readonly row: TranscriptRow;
  readonly seq: number;
  readonly button: HTMLElement;
}

async function copy(text: string, what: string): Promise<void> {
  const isCopied = await copyText(text);
  showToast(isCopied ? `${what} copied` : `${what} not copied: the browser does not allow it`, { isError: !isCopied });
}

/** What can be done with one entry of a conversation. */
export function EntryMenu({ sessionId, entry, onClose }: { sessionId: string; entry: OpenEntry; onClose: () => void }) {
  const { row, seq, button } = entry;
  const shown = (): string => button.closest('article')?.querySelector<HTMLElement>('[data-entry]')?.innerText ?? '';
  return (
    <MenuPopup button={button} label="Actions of this entry" align="end" onClose={onClose}>
      <MenuItem onSelect={() => void copy(linkOf(location.href, sessionId, seq), 'Link')}>Copy link</MenuItem>
      <MenuItem onSelect={() => void copy(entryMarkdown(row), 'Markdown')}>Copy as Markdown</MenuItem>
      <MenuItem onSelect={() => void copy(shown(), 'Text')}>Copy text</MenuItem>
    </MenuPopup>
  );
}
