import { type ComponentType, createContext, type ReactElement, type ReactNode } from 'react';

interface ItemProps {
  className: string;
  disabled: boolean;
  onClick?: () => void;
  render?: ReactElement;
  children: ReactNode;
}

interface Parts {
  readonly Item: ComponentType<ItemProps>;
  readonly Line: ComponentType<{ className: string }>;
}

const Outside = (): never => {
  throw new Error('This stands in a menu only.');
};

/** What the entries of a menu are made of. The open menu brings it, so that pages do not fetch it before. */
export const MenuParts = createContext<Parts>({ Item: Outside, Line: Outside });
