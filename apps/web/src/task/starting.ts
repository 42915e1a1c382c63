import type { SandboxView } from '@foundry/sandbox/contracts';
import type { MessageView, OwnerView, SessionView } from '@foundry/task/contracts';
import { messageWords } from '../session/words.js';

export type StepState = 'done' | 'now' | 'later' | 'failed';

export interface StartingStep {
  readonly name: string;
  readonly state: StepState;
  readonly since: string | null;
  readonly deadline: string | null;
  readonly detail: string | null;
}

interface Parts {
  readonly owner: OwnerView;
  readonly sandbox: SandboxView | null;
  readonly session: SessionView;
  readonly message: MessageView | null;
}

type Judged = Pick<StartingStep, 'state'> & Partial<StartingStep>;

const MAKING = new Set<SandboxView['state']>(['requested', 'provisioning', 'starting', 'resuming']);
const RUNNING = new Set<SandboxView['state']>(['ready', 'degraded']);

function machine(sandbox: SandboxView | null): Judged {
  if (!sandbox) return { state: 'now' };
  const isOfMachine = sandbox.repository.state !== 'failed';
  if (sandbox.state === 'failed' && isOfMachine) return { state: 'failed', detail: sandbox.error?.message ?? null };
  if (!MAKING.has(sandbox.state)) return { state: 'done' };
  return { state: 'now', since: sandbox.stateSince, deadline: sandbox.deadlineAt };
}

function repository(sandbox: SandboxView | null): Judged {
  if (!sandbox) return { state: 'later' };
  if (sandbox.repository.state === 'ready' || RUNNING.has(sandbox.state)) return { state: 'done' };
  if (sandbox.repository.state === 'failed') return { state: 'failed', detail: sandbox.error?.message ?? null };
  if (sandbox.state !== 'preparing') return { state: 'later' };
  return { state: 'now', since: sandbox.stateSince, deadline: sandbox.deadlineAt };
}

function identity({ credential, code }: OwnerView, sandbox: SandboxView | null, message: MessageView | null): Judged {
  if (credential === 'ready') return { state: 'done' };
  if (credential === 'refused') return { state: 'failed', detail: code };
  const isWaiting = message?.waitingFor === 'identity' || message?.waitingFor === 'github_link';
  if (isWaiting) return { state: 'now', detail: messageWords(message) };
  return { state: sandbox && RUNNING.has(sandbox.state) ? 'now' : 'later' };
}

function agent({ state, reason }: SessionView): Judged {
  if (state === 'ready') return { state: 'done' };
  if (state === 'error') return { state: 'failed', detail: reason };
  return { state: state === 'starting' ? 'now' : 'later' };
}

function delivery({ turn }: SessionView, message: MessageView | null): Judged {
  if (message?.state === 'failed') return { state: 'failed', detail: messageWords(message) };
  if (message?.state === 'delivering') return { state: 'now' };
  if (turn) return { state: 'now', since: turn.startedAt, deadline: turn.deadlineAt };
  return message ? { state: 'later', detail: messageWords(message) } : { state: 'later' };
}

const step = (name: string, judged: Judged): StartingStep => ({
  since: null,
  deadline: null,
  detail: null,
  ...judged,
  name,
});

/** The steps from the first message to the first answer. What comes later is not done before what comes earlier. */
export function startingSteps({ owner, sandbox, session, message }: Parts): StartingStep[] {
  return [
    step('Reserve the branch', { state: 'done' }),
    step('Create the sandbox', machine(sandbox)),
    step('Fetch the repository', repository(sandbox)),
    step('Prepare the identity', identity(owner, sandbox, message)),
    step('Start the agent', agent(session)),
    step('Deliver the message', delivery(session, message)),
  ];
}
