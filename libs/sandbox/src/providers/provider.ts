import type { Isolation, ProviderName } from '../contracts/index.js';

/** Labels of every machine; two installations at one provider never touch each other's. */
export interface MachineLabels {
  instance: string;
  organization: string;
  task: string;
  sandbox: string;
  generation: number;
}

/** Where the agent server of a machine answers. Secret: it is stored encrypted and shown to nobody. */
export interface Endpoint {
  /** `http://127.0.0.1:4711`, without a slash at its end. */
  url: string;
  /** What the provider's own door asks for, such as a token for its traffic. */
  headers: Readonly<Record<string, string>>;
}

export interface MachineSpec {
  labels: MachineLabels;
  /** The token that the agent server will ask for. */
  token: string;
}

export interface Made {
  ref: string;
  home: string;
  isolation: Isolation;
  /** When the provider ends it by itself; null: never. */
  expiresAt: Date | null;
}

/** What the provider knows for certain. What it does not answer is thrown. */
export type MachineCondition = { state: 'running' | 'paused' | 'stopped'; expiresAt: Date | null } | { state: 'gone' };

export interface Found {
  ref: string;
  labels: MachineLabels;
}

/** What the agent server is started with. */
export interface ServerStart {
  token: string;
  /** Of agents and processes: variables and keys. */
  environment: Readonly<Record<string, string>>;
  /** Start it anew even when it answers, so that it sees another environment. */
  restart?: boolean;
}

/**
 * Where machines run. Each method may be called again after it was lost half-way. A failure that may pass is thrown as
 * `EffectFailed`, one that will not as a `Rejection`; none is reported as an answer.
 */
export interface MachineProvider {
  readonly name: ProviderName;
  /** Longest life of a machine that is not extended; null: no end. */
  readonly lifeMs: number | null;
  /** Makes a machine; `find` is asked first by whoever calls. */
  create(spec: MachineSpec, abort: AbortSignal): Promise<Made>;
  /** Machines with these labels, on all pages. Without sandbox: all of the instance. */
  find(labels: { instance: string; sandbox?: string; generation?: number }, abort: AbortSignal): Promise<Found[]>;
  /** What `create` gave, of a machine that is there. */
  describe(ref: string, abort: AbortSignal): Promise<Made>;
  inspect(ref: string, abort: AbortSignal): Promise<MachineCondition>;
  /** Lets it live `ms` longer from now, never shorter than before. Null: the provider refuses. */
  extend(ref: string, ms: number, abort: AbortSignal): Promise<Date | null | 'refused'>;
  pause(ref: string, abort: AbortSignal): Promise<void>;
  /** Wakes a paused or stopped machine; its name may be another one after it. */
  resume(ref: string, abort: AbortSignal): Promise<{ ref: string; expiresAt: Date | null }>;
  /** Starts the agent server if it does not answer with the token. */
  ensureServer(ref: string, start: ServerStart, abort: AbortSignal): Promise<Endpoint>;
  /** A machine that is gone is done. */
  destroy(ref: string, abort: AbortSignal): Promise<void>;
  /** Ends what runs on this host and nowhere else; nothing that is kept is lost. */
  close?(): Promise<void>;
}
