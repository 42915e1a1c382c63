import { lazy, Suspense, useState } from 'react';
import { useApp } from '../live/live-context.js';
import { useAction } from './use-action.js';
import { useShortcuts } from './use-shortcuts.js';

const Palette = lazy(async () => ({ default: (await import('./palette.js')).Palette }));
const ShortcutsSheet = lazy(async () => ({ default: (await import('./shortcuts-sheet.js')).ShortcutsSheet }));

/** Shortcuts, palette and the sheet of all keys. The latter two are fetched when somebody opens them. */
export function Commands() {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  useShortcuts(useApp().preferences?.singleKeys ?? true);
  useAction('palette.open', () => {
    setOpen('palette');
  });
  useAction('shortcuts.show', () => {
    setOpen('shortcuts');
  });
  const close = (): void => {
    setOpen(null);
  };
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'shortcuts' && <ShortcutsSheet onClose={close} />}
    </Suspense>
  );
}
