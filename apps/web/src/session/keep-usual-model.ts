import { done } from '../api/api-error.js';
import { api } from '../api/client.js';

/** Keeps with the account which agent and model new sessions begin with. Null: the usual model of the agent. */
export const keepUsualModel = (agent: string, model: string | null): Promise<void> =>
  done(api.PATCH('/v1/me/preferences', { body: { defaultAgent: agent, lastModels: { [agent]: model } } }));
