import type { LucideIcon } from 'lucide-react';
import { Button } from './button.js';

export interface RailButton {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onClick: () => void;
}

/** What is left of a pane that is put away: the ways to open it. */
export function Rail({ buttons }: { buttons: readonly RailButton[] }) {
  return (
    <div className="grid justify-items-center gap-1 py-2">
      {buttons.map(({ label, icon: Icon, onClick }) => (
        <Button key={label} look="quiet" aria-label={label} title={label} onClick={onClick}>
          <Icon aria-hidden="true" size={16} strokeWidth={1.75} />
        </Button>
      ))}
    </div>
  );
}
