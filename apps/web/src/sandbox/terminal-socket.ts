import { TERMINAL_PROTOCOL } from '@foundry/sandbox/contracts';
import { z } from 'zod/mini';

export type TerminalState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  | { readonly kind: 'reconnecting' }
  | { readonly kind: 'ended'; readonly exitCode: number | null }
  | { readonly kind: 'lost'; readonly reason: string }
  | { readonly kind: 'closed'; readonly code: number };

const Said = z.union([
  z.object({ op: z.literal('ready'), replayBytes: z.number(), truncated: z.boolean() }),
  z.object({ op: z.literal('exit'), exitCode: z.nullable(z.number()) }),
  z.object({ op: z.literal('lost'), reason: z.string() }),
]);

interface TerminalSocketOptions {
  sandboxId: string;
  processId: string;
  onOutput: (bytes: Uint8Array) => void;
  /** Everything that was said so far is said again. */
  onReplay: () => void;
  onState: (state: TerminalState) => void;
}

const LONGEST_WAIT_MS = 10_000;
/** Not to be tried again: signed out, gone, or one that only looks typed. */
const FINAL_CODES = new Set([4001, 4003, 4004]);

/** The stream of one terminal. It comes back by itself; what was lost meanwhile is said again by the server. */
export class TerminalSocket {
  #socket: WebSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #isOver = false;
  #size: { cols: number; rows: number } | null = null;

  constructor(private readonly options: TerminalSocketOptions) {}

  open(): void {
    const { sandboxId, processId, onState } = this.options;
    const origin = location.origin.replace(/^http/, 'ws');
    const socket = new WebSocket(
      `${origin}/v1/sandboxes/${sandboxId}/processes/${processId}/terminal`,
      TERMINAL_PROTOCOL,
    );
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    onState({ kind: this.#attempt === 0 ? 'connecting' : 'reconnecting' });
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data instanceof ArrayBuffer) this.options.onOutput(new Uint8Array(data));
      else if (typeof data === 'string') this.#hear(data);
    });
    socket.addEventListener('close', ({ code }) => {
      if (this.#socket === socket) this.#closed(code);
    });
  }

  type(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(bytes);
  }

  resize(cols: number, rows: number): void {
    this.#size = { cols, rows };
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ op: 'resize', cols, rows }));
  }

  /** Leaves; the process goes on. */
  close(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
  }

  #hear(text: string): void {
    const said = Said.safeParse(JSON.parse(text));
    if (!said.success) return;
    switch (said.data.op) {
      case 'ready':
        this.#attempt = 0;
        this.options.onReplay();
        this.options.onState({ kind: 'open' });
        if (this.#size) this.resize(this.#size.cols, this.#size.rows);
        return;
      case 'exit':
        this.#isOver = true;
        this.options.onState({ kind: 'ended', exitCode: said.data.exitCode });
        return;
      case 'lost':
        this.#isOver = true;
        this.options.onState({ kind: 'lost', reason: said.data.reason });
    }
  }

  #closed(code: number): void {
    this.#socket = null;
    if (this.#isOver) return;
    if (FINAL_CODES.has(code)) {
      this.options.onState({ kind: 'closed', code });
      return;
    }
    this.#attempt += 1;
    this.options.onState({ kind: 'reconnecting' });
    this.#timer = setTimeout(() => this.open(), Math.min(250 * 2 ** this.#attempt, LONGEST_WAIT_MS));
  }
}
