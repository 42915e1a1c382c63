import { TerminalSquare } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { RealTask } from '../live/task-topic.js';
import { useAction } from '../palette/use-action.js';
import { openPane, usePaneOpen } from '../ui/pane-store.js';
import { Skeleton } from '../ui/skeleton.js';
import { Splitter } from '../ui/splitter.js';

const DockPanel = lazy(async () => ({ default: (await import('./dock-panel.js')).DockPanel }));

interface SandboxDockProps {
  real: RealTask;
  mayAct: boolean;
}

/** Terminals and processes under the centre. Closed at first; opening it starts nothing. */
export function SandboxDock({ real, mayAct }: SandboxDockProps) {
  const isOpen = usePaneOpen('dock');
  // Kept open from an earlier visit, it leaves the focus where it is.
  const [wasAsked, setWasAsked] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const change = (): void => {
    setWasAsked(true);
    openPane('dock', !isOpen);
  };
  useAction('panel.terminal', change);
  return (
    <section
      aria-label="Terminal and processes"
      className="relative grid grid-cols-[minmax(0,1fr)] border-t border-line bg-canvas"
    >
      <button
        ref={toggle}
        type="button"
        aria-expanded={isOpen}
        aria-keyshortcuts="Control+`"
        className="flex min-h-7 items-center gap-1.5 px-4 text-meta text-text-2 -outline-offset-2 hover:text-text pointer-coarse:min-h-11"
        onClick={change}
      >
        <TerminalSquare aria-hidden="true" size={14} strokeWidth={1.75} />
        Terminal
      </button>
      {isOpen && (
        <div className="h-[min(var(--pane-dock),45vh)] min-h-0 min-[600px]:h-[min(var(--pane-dock),70vh)]">
          <Suspense fallback={<Skeleton rows={3} label="Loading the terminals" />}>
            <DockPanel real={real} mayAct={mayAct} takesFocus={wasAsked} onLeave={() => toggle.current?.focus()} />
          </Suspense>
          <Splitter name="dock" label="Height of the terminal" />
        </div>
      )}
    </section>
  );
}
