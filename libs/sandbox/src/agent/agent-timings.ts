/** How long each thing of a connection to an agent may take, in milliseconds. */
export interface AgentTimings {
  /** A request that was not refused in this time was accepted. */
  acceptedMs: number;
  /** A refusal that comes later than this is none: something on the way gave up waiting. */
  refusedMs: number;
  /** Without a sign for so long, heartbeats included, the stream is opened anew. The server sends one every 15 seconds. */
  quietMs: number;
  /** Between two tries, at first and at most. */
  retryMs: readonly [number, number];
  /** A machine that did not answer for so long is reported. */
  giveUpMs: number;
  /** An agent that was asked for is known to the server by then. */
  startMs: number;
  /** For the server to take a notification or an answer. */
  tellMs: number;
  closeMs: number;
}

export const AGENT_TIMINGS: AgentTimings = {
  acceptedMs: 100,
  refusedMs: 10_000,
  quietMs: 45_000,
  retryMs: [50, 2_000],
  giveUpMs: 60_000,
  startMs: 10_000,
  tellMs: 10_000,
  closeMs: 2_000,
};
