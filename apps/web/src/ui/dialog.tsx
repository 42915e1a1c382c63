import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

interface DialogProps {
  title: string;
  /** Said to those who do not see it only; a dialog with a field of its own needs no heading. */
  isTitleHidden?: boolean;
  isWide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A page over the page, for what has no place in it. The focus goes back to where it was. */
export function Dialog({ title, isTitleHidden = false, isWide = false, onClose, children }: DialogProps) {
  return (
    <Base.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-canvas opacity-70" />
        <Base.Popup
          className={`fixed top-[10vh] left-1/2 z-40 flex max-h-[80vh] w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-dialog border border-line bg-raised text-text shadow-raised outline-none ${isWide ? 'max-w-2xl' : 'max-w-md'}`}
        >
          <Base.Title className={isTitleHidden ? 'sr-only' : 'border-b border-line p-3 text-title font-semibold'}>
            {title}
          </Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
