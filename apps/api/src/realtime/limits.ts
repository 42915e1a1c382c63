/** The numbers of the realtime specification, sections 4 and 7. Tests hand in smaller ones. */
export interface RealtimeSettings {
  readonly topicsPerSocket: number;
  readonly socketsPerUser: number;
  readonly socketsPerInstance: number;
  readonly frameBytes: number;
  readonly framesPerSecond: number;
  readonly burst: number;
  readonly heartbeatMs: number;
  readonly firstSubscribeMs: number;
  /** A socket with more than this many unsent bytes is slow. */
  readonly slowBytes: number;
  /** Below this it is served again. */
  readonly recoveredBytes: number;
  /** Above this it is closed at once. */
  readonly tooSlowBytes: number;
  readonly tooSlowMs: number;
  /** How long a missing delta may be on its way before it is read from storage. */
  readonly gapWaitMs: number;
  /** Silence after a streamed delta, after which the topic is compared with storage once. */
  readonly quietMs: number;
  readonly rightsEveryMs: number;
  readonly credentialsEveryMs: number;
  readonly historyEveryMs: number;
  /** How long after their last sign somebody is taken to look at a topic. */
  readonly presenceMs: number;
  /** How often the list of those who look at a topic changes at most. */
  readonly presenceChangesMs: number;
  /** How often an instance says again who looks there. */
  readonly presenceToldEveryMs: number;
  /** How often it is asked what follows for those who look. */
  readonly viewedEveryMs: number;
  readonly reconnectSpreadMs: number;
  readonly stopGraceMs: number;
  /** How long the other side may take to answer a close before the connection is cut. */
  readonly closeWaitMs: number;
}

export const REALTIME_SETTINGS: RealtimeSettings = {
  topicsPerSocket: 50,
  socketsPerUser: 20,
  socketsPerInstance: 5_000,
  frameBytes: 16 * 1024,
  framesPerSecond: 20,
  burst: 60,
  heartbeatMs: 20_000,
  firstSubscribeMs: 60_000,
  slowBytes: 1024 * 1024,
  recoveredBytes: 128 * 1024,
  tooSlowBytes: 4 * 1024 * 1024,
  tooSlowMs: 30_000,
  gapWaitMs: 300,
  quietMs: 2_000,
  rightsEveryMs: 60_000,
  credentialsEveryMs: 5_000,
  historyEveryMs: 1_000,
  presenceMs: 30_000,
  presenceChangesMs: 500,
  presenceToldEveryMs: 10_000,
  viewedEveryMs: 5_000,
  reconnectSpreadMs: 5_000,
  stopGraceMs: 10_000,
  closeWaitMs: 10_000,
};

/** Changes that a subscription or a topic keeps in memory; beyond that they are read from storage. */
export const MAX_HELD_CHANGES = 2_000;

/** Frames above this size are compressed when the client can. */
export const COMPRESS_ABOVE_BYTES = 4 * 1024;

export const MAX_SNAPSHOT_BYTES = 1024 * 1024;
