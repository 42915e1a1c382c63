import { lazy, type ReactElement, type ReactNode, Suspense, use, useState } from 'react';
import { MenuParts } from './menu-parts.js';
import { POPUP_ITEM } from './popup.js';

const MenuPopup = lazy(async () => ({ default: (await import('./menu-popup.js')).MenuPopup }));

interface MenuProps {
  /** What the button is for, before what it shows, for those who do not see it. */
  label: string;
  trigger: ReactNode;
  children: ReactNode;
}

/** A button that opens a list of things to do or to go to. The list is fetched when the first one is opened. */
export function Menu({ label, trigger, children }: MenuProps) {
  const [button, setButton] = useState<HTMLElement | null>(null);
  return (
    <>
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={button !== null}
        className="flex min-h-8 min-w-0 items-center gap-2 rounded-button px-2 py-1 text-left hover:bg-hover pointer-coarse:min-h-11"
        onClick={({ currentTarget }) => {
          setButton(currentTarget);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setButton(event.currentTarget);
        }}
      >
        <span className="sr-only">{label}</span>
        {trigger}
      </button>
      {button && (
        <Suspense fallback={null}>
          <MenuPopup
            button={button}
            onClose={() => {
              setButton(null);
            }}
          >
            {children}
          </MenuPopup>
        </Suspense>
      )}
    </>
  );
}

interface MenuItemProps {
  /** An address to go to; without it `onSelect` says what happens. */
  link?: ReactElement;
  onSelect?: () => void;
  /** It stands there with its reason, and cannot be chosen. */
  isDisabled?: boolean;
  children: ReactNode;
}

export function MenuItem({ link, onSelect, isDisabled = false, children }: MenuItemProps) {
  const { Item } = use(MenuParts);
  return (
    <Item
      className={POPUP_ITEM}
      disabled={isDisabled}
      {...(onSelect && { onClick: onSelect })}
      {...(link && { render: link })}
    >
      {children}
    </Item>
  );
}

export function MenuLine() {
  const { Line } = use(MenuParts);
  return <Line className="my-1 h-px bg-line" />;
}
