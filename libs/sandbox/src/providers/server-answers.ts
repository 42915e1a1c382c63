import { setTimeout as wait } from 'node:timers/promises';
import { EffectFailed, Secret } from '@foundry/messaging';
import { AgentServer } from '../machine/agent-server.js';
import { AgentServerRefused } from '../machine/server-door.js';
import type { Endpoint } from './provider.js';

const LOOK_MS = 5_000;
const PAUSE_MS = 25;
const START_MS = 15_000;

/** Whether an agent server that takes this token is there. */
export async function serverAnswers(endpoint: Endpoint, token: string, abort: AbortSignal): Promise<boolean> {
  try {
    await new AgentServer(endpoint, new Secret(token)).health(LOOK_MS, abort);
    return true;
  } catch (error) {
    // Nobody is there, or somebody who has another token.
    if (error instanceof EffectFailed || error instanceof AgentServerRefused) return false;
    throw error;
  }
}

/** Waits for the server that was started. Throws `sandbox.agent_server_silent` after 15 seconds, or once it ended. */
export async function untilServerAnswers(
  endpoint: Endpoint,
  token: string,
  abort: AbortSignal,
  stillRuns: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<void> {
  const until = Date.now() + START_MS;
  while (!(await serverAnswers(endpoint, token, abort))) {
    abort.throwIfAborted();
    if (Date.now() > until || !(await stillRuns())) {
      throw new EffectFailed('sandbox.agent_server_silent', 'The agent server of the machine does not answer.');
    }
    await wait(PAUSE_MS);
  }
}
