/** Which agent to start under a server id that is not in use yet. */
export interface AgentStart {
  /** `claude`, `codex`, `opencode`, `pi` … as the list of agents names it. */
  agent: string;
}

/** One message of JSON-RPC as the agent sent it, with its place in the connection's stream. */
export interface AgentEvent {
  /** Consecutive within a connection; survives a reconnect. */
  id: number;
  message: unknown;
}

/** Events that nobody can read any more: older than the 1,024 that the server keeps. */
export interface AgentGap {
  from: number;
  to: number;
}

/** An answer to a request, by the rules of JSON-RPC. */
export type AgentAnswer = { result: unknown } | { error: { code: number; message: string; data?: unknown } };

/** What `connect` yields: events in order, each once; gaps by name; and the end of the agent's process. */
export type AgentNews =
  | { kind: 'event'; event: AgentEvent }
  | { kind: 'gap'; gap: AgentGap }
  | { kind: 'exited'; code: number | null; success: boolean };

/**
 * The connection to one agent process (sandbox, section 11). Any worker can open it again by its server id; the agent
 * does not notice. A request's answer is taken from the event stream by its id, never from the long request, so a prompt
 * may last for hours.
 */
export interface AgentConnection {
  readonly serverId: string;
  /**
   * News after `lastEventId`, for ever: a duplicate is dropped; a gap is read again and, where the server does not keep
   * it, named; 45 s without a sign, heartbeats included, reconnects. Ends with `exited`, or by `abort`.
   */
  news(lastEventId: number | null, abort: AbortSignal): AsyncIterable<AgentNews>;
  /** Sends a request without waiting: its answer comes as an event with the same id. */
  request(id: string, method: string, params: unknown): Promise<void>;
  notify(method: string, params: unknown): Promise<void>;
  /** Answers a request of the agent, such as `session/request_permission`. */
  answer(id: string | number, answer: AgentAnswer): Promise<void>;
  /** Ends the agent. Waits two seconds and then counts as done. */
  close(): Promise<void>;
}
