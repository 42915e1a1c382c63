import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';

interface MenuProps {
  /** What the button is for, before what it shows, for those who do not see it. */
  label: string;
  trigger: ReactNode;
  children: ReactNode;
}

/** A button that opens a list of things to do or to go to. */
export function Menu({ label, trigger, children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger className="flex min-h-8 min-w-0 items-center gap-2 rounded-button px-2 py-1 text-left hover:bg-hover pointer-coarse:min-h-11">
        <span className="sr-only">{label}</span>
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" className="z-40">
          <Base.Popup className="max-h-[70vh] min-w-56 overflow-y-auto rounded-card border border-line bg-raised p-1 shadow-raised outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const ITEM =
  'flex min-h-7 w-full items-center gap-2 rounded-button px-2 py-1 text-text no-underline outline-none select-none data-[highlighted]:bg-hover pointer-coarse:min-h-11';

interface MenuItemProps {
  /** An address to go to; without it `onSelect` says what happens. */
  link?: ReactElement;
  onSelect?: () => void;
  children: ReactNode;
}

export function MenuItem({ link, onSelect, children }: MenuItemProps) {
  return (
    <Base.Item className={ITEM} onClick={onSelect} {...(link === undefined ? {} : { render: link })}>
      {children}
    </Base.Item>
  );
}

export const MenuLine = () => <Base.Separator className="my-1 h-px bg-line" />;
