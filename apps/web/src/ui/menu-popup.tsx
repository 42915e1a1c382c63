import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { MenuParts } from './menu-parts.js';
import { POPUP } from './popup.js';

const PARTS = Object.freeze({ Item: Base.Item, Line: Base.Separator });

interface MenuPopupProps {
  /** Where it opens, and where the focus goes back to. */
  button: HTMLElement;
  /** Said to those who do not see it; without it the words of the button. */
  label?: string;
  align?: 'start' | 'end';
  onClose: () => void;
  children: ReactNode;
}

/** An open menu. */
export function MenuPopup({ button, label, align = 'start', onClose, children }: MenuPopupProps) {
  return (
    <MenuParts value={PARTS}>
      <Base.Root
        open
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Base.Portal>
          <Base.Positioner anchor={button} sideOffset={4} align={align} className="z-40 outline-none">
            <Base.Popup
              aria-label={label ?? button.textContent}
              finalFocus={() => button}
              className={`${POPUP} max-h-[70vh] min-w-56 overflow-y-auto`}
            >
              {children}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </MenuParts>
  );
}
