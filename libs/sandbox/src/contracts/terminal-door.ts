import type { UserActor } from '@foundry/messaging/contracts';
import { z } from 'zod';
import type { TerminalConnection } from './access.js';

export const TERMINAL_PROTOCOL = 'foundry.terminal.v1';

/** How a terminal's socket is closed, beside the codes of realtime. `readOnly`: a viewer typed. */
export const TERMINAL_CLOSE = { readOnly: 4003, tooSlow: 4008, gone: 4004 } as const;

/** Text frames of the browser; what people type comes as binary. */
export const TerminalRequest = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('resize'), cols: z.int(), rows: z.int() }),
  z.strictObject({ op: z.literal('ping') }),
]);
export type TerminalRequest = z.infer<typeof TerminalRequest>;

/** Text frames to the browser, `ready` first; what the terminal shows comes as binary. */
export const TerminalFrame = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('ready'),
    cols: z.int(),
    rows: z.int(),
    /** How much of what follows was shown before. */
    replayBytes: z.int(),
    truncated: z.boolean(),
  }),
  z.object({ op: z.literal('exit'), exitCode: z.int().nullable(), signal: z.string().nullable() }),
  z.object({ op: z.literal('lost'), reason: z.string() }),
  z.object({ op: z.literal('pong') }),
]);
export type TerminalFrame = z.infer<typeof TerminalFrame>;

/** Who opens a terminal: the caller of its socket. */
export interface TerminalVisitor {
  actor: UserActor;
  scopes: readonly string[] | 'all';
  organizationId: string | null;
}

/** An open terminal, and what its visitor may do with it. */
export interface OpenTerminal {
  connection: TerminalConnection;
  mayType: boolean;
  /** Null: they may not even look any more. */
  rights(): Promise<{ mayType: boolean } | null>;
  /** Keeps the machine for two minutes. */
  keep(): Promise<void>;
  /** The socket is closed; the process goes on. */
  leave(): Promise<void>;
}

/**
 * Port for the socket of a terminal: the API judges who opens it, this module who may see the machine. Opening one is an
 * entry of the audit log; what is typed is kept nowhere.
 */
export abstract class TerminalDoor {
  /** Null: no such terminal, or one that the visitor may not see; both answer alike. Throws as `SandboxAccess` does. */
  abstract open(visitor: TerminalVisitor, sandboxId: string, processId: string): Promise<OpenTerminal | null>;
}
