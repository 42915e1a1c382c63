import { type ReactNode, useEffect, useRef } from 'react';
import { titlePage } from './document-title.js';

interface PageProps {
  title: string;
  /** What the browser's tab says before the product's name. */
  tab?: string;
  actions?: ReactNode;
  /** For tables: as wide as there is room. */
  isWide?: boolean;
  children: ReactNode;
}

/** A page of the centre. Its heading gets the focus, so that a screen reader says where one is. */
export function Page({ title, tab = title, actions, isWide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    titlePage(tab);
  }, [tab]);
  useEffect(() => {
    // A field that asked for the focus keeps it.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <div
      className={`mx-auto grid w-full grid-cols-[minmax(0,1fr)] gap-4 p-4 min-[600px]:p-6 ${isWide ? 'max-w-6xl' : 'max-w-4xl'}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 ref={heading} tabIndex={-1} className="text-page font-semibold outline-none">
          {title}
        </h1>
        {actions}
      </div>
      {children}
    </div>
  );
}
