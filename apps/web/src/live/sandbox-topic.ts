import type { TopicChange } from '@foundry/messaging/contracts';
import { AgentView, ProcessView, SandboxView } from '@foundry/sandbox/contracts';
import { z } from 'zod';
import type { TopicShape } from './live-topic.js';
import { newer, withRows } from './versioned.js';

/** A machine with its processes and the agents that it offers. */
export interface SandboxState {
  readonly sandbox: SandboxView;
  readonly processes: ReadonlyMap<string, ProcessView>;
  readonly agents: readonly AgentView[];
}

const Agents = z.object({ agents: z.array(AgentView) });
const Snapshot = z.object({
  sandbox: SandboxView,
  processes: z.array(ProcessView),
  agents: Agents,
});
const Removed = z.object({ processId: z.string() });

export const byProcess = ({ processId }: ProcessView): string => processId;

export const SANDBOX_SHAPE: TopicShape<SandboxState> = {
  read(data) {
    const { sandbox, processes, agents } = Snapshot.parse(data);
    return {
      sandbox,
      processes: new Map(processes.map((one) => [one.processId, one])),
      agents: agents.agents,
    };
  },
  apply(state, { type, data }: TopicChange) {
    switch (type) {
      case 'sandbox':
        return { ...state, sandbox: newer(state.sandbox, SandboxView.parse(data)) };
      case 'process':
        return { ...state, processes: withRows(state.processes, [ProcessView.parse(data)], byProcess) };
      case 'processRemoved': {
        const processes = new Map(state.processes);
        processes.delete(Removed.parse(data).processId);
        return { ...state, processes };
      }
      case 'agents':
        return { ...state, agents: Agents.parse(data).agents };
      default:
        return state;
    }
  },
};
