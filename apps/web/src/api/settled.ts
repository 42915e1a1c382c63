import { z } from 'zod/mini';
import { type Answer, answered, ApiError } from './api-error.js';
import { api } from './client.js';

const Pending = z.object({ commandId: z.string(), code: z.literal('command.pending') });

/** How long the server keeps one question about a command open; then it is asked again. */
const WAIT = 'wait=10';

/**
 * What a change came to. Where the server accepted it without waiting for the end, its command is followed until it is
 * settled. `whole` reads what the route answers when it waits, which is the result of its command.
 * Throws `ApiError` when it was refused, `TypeError` when nothing came back.
 */
export async function settled<T>(call: Promise<Answer<unknown>>, whole: { parse(value: unknown): T }): Promise<T> {
  const answer = await answered(call);
  const pending = Pending.safeParse(answer);
  return whole.parse(pending.success ? await resultOf(pending.data.commandId) : answer);
}

async function resultOf(commandId: string): Promise<unknown> {
  for (;;) {
    const { state, outcome, result, problem } = await answered(
      api.GET('/v1/commands/{commandId}', { params: { path: { commandId } }, headers: { Prefer: WAIT } }),
    );
    if (state === 'settled') {
      if (outcome === 'handled') return result;
      throw new ApiError(problem?.status ?? 409, null, problem ?? null);
    }
  }
}
