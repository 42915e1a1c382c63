import { PanelLeft } from 'lucide-react';
import { Button } from './button.js';
import { openPane } from './pane-store.js';
import { useIsBeside } from './use-width.js';

/** Makes room: the list is then behind a button. */
export function PutAwayButton() {
  if (!useIsBeside()) return null;
  return (
    <Button
      look="quiet"
      aria-label="Hide the list of tasks"
      title="Hide the list of tasks"
      onClick={() => {
        openPane('left', false);
      }}
    >
      <PanelLeft aria-hidden="true" size={16} strokeWidth={1.75} />
    </Button>
  );
}
