import type { InboxItem } from '@foundry/user/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useApp } from '../live/live-context.js';
import { showToast } from '../ui/toast-store.js';
import { browserNews } from './browser-news.js';
import { inboxWords } from './inbox-words.js';
import { markVisible, mayTell } from './notify-once.js';

type Open = (item: InboxItem) => void;

async function tell(item: InboxItem, open: Open): Promise<void> {
  if (!(await mayTell(item.itemId))) return;
  const shown = new Notification(item.title, { body: inboxWords(item), tag: item.itemId, icon: '/mark.svg' });
  shown.onclick = () => {
    shown.close();
    window.focus();
    open(item);
  };
}

/** Tells outside of the page what came while nobody saw it. Drawn only where somebody switched it on. */
export function BrowserNotifier() {
  const { inbox, preferences } = useApp();
  const navigate = useNavigate();
  const known = useRef<typeof inbox | null>(null);
  useEffect(markVisible, []);
  useEffect(() => {
    // What was there when the page came is no news.
    if (!preferences) return;
    const before = known.current;
    known.current = inbox;
    if (!before) return;
    const open: Open = ({ organizationId, taskId, sessionId }) => {
      const search = sessionId === null ? {} : { session: sessionId };
      void navigate({ to: '/o/$organizationId/tasks/$taskId', params: { organizationId, taskId }, search });
    };
    for (const item of browserNews(before, inbox, preferences.notifications)) {
      tell(item, open).catch((error: unknown) => {
        // Some browsers of phones say that they can, and cannot. The inbox has it anyway.
        if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error;
        showToast('This browser shows no notifications. The inbox has what came.');
      });
    }
  }, [inbox, preferences, navigate]);
  return null;
}
