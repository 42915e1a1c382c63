const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** How often a watch does what, in milliseconds. */
export class WatchTimings {
  /** A look at the sandbox's row, and at its processes. */
  lookMs = 5 * SECOND;
  healthMs = 15 * SECOND;
  /** A machine that is used is given a longer life. */
  lifeMs = 5 * MINUTE;
  diskMs = 5 * MINUTE;
  agentsMs = 10 * MINUTE;
}
