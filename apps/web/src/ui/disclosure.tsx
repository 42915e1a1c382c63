import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';

interface DisclosureProps {
  summary: ReactNode;
  /** Made only when it is open. */
  children: () => ReactNode;
  isOpenAtFirst?: boolean;
}

/** A line that opens to show more. */
export function Disclosure({ summary, children, isOpenAtFirst = false }: DisclosureProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        className="flex min-h-7 w-full min-w-0 items-center gap-1.5 rounded-button px-1 py-0.5 text-left hover:bg-hover pointer-coarse:min-h-11"
        onClick={() => setIsOpen(!isOpen)}
      >
        <ChevronRight
          aria-hidden="true"
          size={14}
          strokeWidth={1.75}
          className={`shrink-0 text-text-3 ${isOpen ? 'rotate-90' : ''}`}
        />
        {summary}
      </button>
      {isOpen && <div className="pt-1 pl-5">{children()}</div>}
    </div>
  );
}
