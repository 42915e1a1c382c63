/** How long the effects of agents wait, in milliseconds. Tests have less patience. */
export class AgentLimits {
  /** What an agent says is written together after so long. */
  batchMs = 30;
  /** Text that could begin a secret is held back so long. */
  heldMs = 200;
  /** Without a word after the prompt: people are told. */
  firstOutputMs = 120_000;
  /** Without a word in between: people are told. */
  silenceMs = 5 * 60_000;
  /** An agent that was told to stop and goes on is ended. */
  stopMs = 5_000;
  /** Whoever takes over a prompt in doubt looks so long whether the agent speaks of it. */
  backlogMs = 400;
  /** And waits so long for its end after cancelling it. */
  doubtMs = 5_000;
  /** A machine that does not run is waited for. */
  machineAwayMs = 60_000;
  retryMs = 1_000;
  /** The machine is kept alive for the turn, again and again, for so long. */
  holdEveryMs = 5 * 60_000;
  holdMs = 15 * 60_000;
  /** What a turn may have changed is saved, and read, at most so often. */
  saveEveryMs = 15_000;
  /** And saved outside the machine so often, whatever is heard. */
  keepEveryMs = 10 * 60_000;
  /** A saving of which nothing is heard is given up. */
  savingMs = 3 * 60_000;
}
