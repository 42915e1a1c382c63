import '@xterm/xterm/css/xterm.css';
import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import { useEffect, useRef, useState } from 'react';
import { TerminalSocket, type TerminalState } from './terminal-socket.js';

interface TerminalViewProps {
  sandboxId: string;
  processId: string;
  title: string;
  mayType: boolean;
  /** Whether it takes the focus when it appears. */
  takesFocus: boolean;
  isForScreenReader: boolean;
  /** Somebody left the terminal for the page by its keys. */
  onLeave: () => void;
}

const LOST: Readonly<Record<string, string>> = {
  paused: 'The sandbox is paused.',
  expired: 'The machine is gone.',
  generation: 'The machine was replaced.',
  unreachable: 'The machine does not answer.',
};

function words(state: TerminalState): string | null {
  switch (state.kind) {
    case 'connecting':
      return 'Connecting';
    case 'open':
      return null;
    case 'reconnecting':
      return 'Reconnecting. What was said stays.';
    case 'ended':
      return `It ended${state.exitCode === null ? '' : ` with exit code ${state.exitCode}`}.`;
    case 'lost':
      return LOST[state.reason] ?? 'The machine is away.';
    case 'closed':
      return state.code === 4003 ? 'You may look at it, but not type.' : 'This terminal is not there any more.';
  }
}

/** The colours that the page has there, which follow the theme. */
function coloursOf(element: HTMLElement): { background: string; foreground: string; cursor: string } {
  const { backgroundColor, color } = getComputedStyle(element);
  return { background: backgroundColor, foreground: color, cursor: color };
}

/** One terminal. It is loaded when somebody opens the first one. */
export function TerminalView({
  sandboxId,
  processId,
  title,
  mayType,
  takesFocus,
  isForScreenReader,
  onLeave,
}: TerminalViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const leave = useRef(onLeave);
  const focuses = useRef(takesFocus);
  const [state, setState] = useState<TerminalState>({ kind: 'connecting' });
  useEffect(() => {
    leave.current = onLeave;
    focuses.current = takesFocus;
  }, [onLeave, takesFocus]);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const terminal = new Terminal({
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
      fontSize: 12.5,
      scrollback: 5_000,
      cursorBlink: false,
      disableStdin: !mayType,
      screenReaderMode: isForScreenReader,
      theme: coloursOf(element),
    });
    const fit = new FitAddon();
    terminal.loadAddon(fit);
    terminal.open(element);
    const socket = new TerminalSocket({
      sandboxId,
      processId,
      onOutput: (bytes) => terminal.write(bytes),
      onReplay: () => terminal.reset(),
      onState: setState,
    });
    const encoder = new TextEncoder();
    terminal.onData((text) => socket.type(encoder.encode(text)));
    terminal.onResize(({ cols, rows }) => socket.resize(cols, rows));
    terminal.attachCustomKeyEventHandler(({ key, ctrlKey, shiftKey, type }) => {
      // The shortcut of the page that closes the terminal.
      if (key === '`' && ctrlKey) return false;
      if (key !== 'Escape' || !ctrlKey || !shiftKey) return true;
      if (type === 'keydown') leave.current();
      return false;
    });
    terminal.textarea?.setAttribute('aria-label', `Terminal ${title}. Ctrl+Shift+Escape leaves it.`);
    const resized = new ResizeObserver(() => fit.fit());
    resized.observe(element);
    const themed = new MutationObserver(() => {
      terminal.options.theme = coloursOf(element);
    });
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    socket.open();
    if (mayType && focuses.current) terminal.focus();
    return () => {
      resized.disconnect();
      themed.disconnect();
      socket.close();
      terminal.dispose();
    };
  }, [sandboxId, processId, title, mayType, isForScreenReader]);
  const said = words(state);
  return (
    <div className="relative h-full min-h-0">
      <div
        ref={place}
        className={`h-full min-h-0 overflow-hidden bg-sunken px-2 pt-1 text-text ${state.kind === 'reconnecting' ? 'opacity-60' : ''}`}
      />
      <p
        role="status"
        className={said === null ? 'sr-only' : 'absolute inset-x-0 bottom-0 bg-raised px-3 py-1 text-text-2'}
      >
        {said ?? ''}
      </p>
    </div>
  );
}
