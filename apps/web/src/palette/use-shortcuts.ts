import { useEffect } from 'react';
import { actionFor, isMac, isSingle, strokeOf } from './keys.js';
import { runAction } from './use-action.js';

/** Keys of one shortcut that come later are a new one. */
const TOGETHER_MS = 1_500;

/** Where letters are text, or choose an entry of a list. */
const WRITING =
  'input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable], [role=menu], [role=listbox]';

/** Runs what a key stands for. `singleKeys`: whether keys without Control or Command are shortcuts. */
export function useShortcuts(singleKeys: boolean): void {
  useEffect(() => {
    const mac = isMac(navigator.platform);
    let strokes: readonly string[] = [];
    let lastAt = 0;
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const stroke = strokeOf(event, mac);
      if (stroke === null) return;
      const { target } = event;
      const isText = target instanceof Element && target.closest(WRITING) !== null;
      if (isSingle(stroke) && (!singleKeys || isText)) return;
      const before = event.timeStamp - lastAt < TOGETHER_MS ? strokes : [];
      const found = [actionFor([...before, stroke]), actionFor([stroke])].find((one) => 'action' in one || one.more);
      lastAt = event.timeStamp;
      strokes = found && 'more' in found ? [...before, stroke] : [];
      if (!found || 'more' in found) return;
      if (runAction(found.action)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [singleKeys]);
}
