import { TerminalSquare } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { RealTask } from '../live/task-topic.js';
import { useAction } from '../palette/use-action.js';
import { Skeleton } from '../ui/skeleton.js';

const DockPanel = lazy(async () => ({ default: (await import('./dock-panel.js')).DockPanel }));

interface SandboxDockProps {
  real: RealTask;
  mayAct: boolean;
}

/** Terminals and processes under the centre. Closed at first; opening it starts nothing. */
export function SandboxDock({ real, mayAct }: SandboxDockProps) {
  const [isOpen, setIsOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  useAction('panel.terminal', () => setIsOpen(!isOpen));
  return (
    <section
      aria-label="Terminal and processes"
      className="grid grid-cols-[minmax(0,1fr)] border-t border-line bg-canvas"
    >
      <button
        ref={toggle}
        type="button"
        aria-expanded={isOpen}
        aria-keyshortcuts="Control+`"
        className="flex min-h-7 items-center gap-1.5 px-4 text-meta text-text-2 -outline-offset-2 hover:text-text pointer-coarse:min-h-11"
        onClick={() => setIsOpen(!isOpen)}
      >
        <TerminalSquare aria-hidden="true" size={14} strokeWidth={1.75} />
        Terminal
      </button>
      {isOpen && (
        <div className="h-[min(260px,45vh)] min-h-0">
          <Suspense fallback={<Skeleton rows={3} label="Loading the terminals" />}>
            <DockPanel real={real} mayAct={mayAct} onLeave={() => toggle.current?.focus()} />
          </Suspense>
        </div>
      )}
    </section>
  );
}
