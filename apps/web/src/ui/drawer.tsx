import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonLook } from './button.js';

const SIDES = {
  left: 'left-0 border-r data-[starting-style]:-translate-x-full',
  right: 'right-0 border-l data-[starting-style]:translate-x-full',
} as const;

interface DrawerProps {
  title: string;
  side: keyof typeof SIDES;
  onClose: () => void;
  children: ReactNode;
}

/** A pane that lies over the page where there is no room beside it. The focus goes back to where it was. */
export function Drawer({ title, side, onClose, children }: DrawerProps) {
  return (
    <Base.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-canvas opacity-70" />
        <Base.Popup
          className={`fixed inset-y-0 z-30 grid w-[min(23rem,90vw)] grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] border-line bg-canvas text-text shadow-raised outline-none transition-transform duration-[160ms] ease-[cubic-bezier(.2,0,0,1)] ${SIDES[side]}`}
        >
          <div className="flex items-center justify-between border-b border-line py-1 pr-1 pl-3">
            <Base.Title className="font-semibold">{title}</Base.Title>
            <Base.Close aria-label="Close" className={buttonLook('quiet')}>
              <X aria-hidden="true" size={16} strokeWidth={1.75} />
            </Base.Close>
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
