import type { ProviderName } from '@foundry/sandbox/contracts';
import { ProviderName as Provider, RecreateSandbox, RequestSandbox, ResumeSandbox } from '@foundry/sandbox/contracts';
import { hasMachine, isMachineOnTheWay } from './machine.js';
import { later, type Moment } from './moment.js';
import type { WholeTask } from './whole-task.js';

/** Within it the machine's module says something; a refusal of a command is told to nobody else. */
const ANSWER_MS = 120_000;

/** Brings the machine on its way, unless it is, or failed and nobody said *Retry*. */
export function askMachine(whole: WholeTask, moment: Moment): void {
  const { task } = whole;
  if (isSilent(whole, moment)) {
    task.sandboxAskedAt = null;
    task.fail('sandbox.no_answer', 'No machine could be had; its module did not answer.', moment.now);
    whole.touch(task);
    return;
  }
  if (isMachineOnTheWay(task) || task.failure !== null) return;
  const command = commandFor(whole, moment);
  if (!command) return;
  task.sandboxAskedAt = moment.now;
  whole.touch(task);
  whole.intents.push(
    { kind: 'send', command },
    { kind: 'wake', key: `task.machine:${task.taskId}`, at: later(moment, ANSWER_MS) },
  );
}

const isSilent = ({ task: { sandboxAskedAt } }: WholeTask, moment: Moment): boolean =>
  sandboxAskedAt !== null && moment.now.getTime() - sandboxAskedAt.getTime() >= ANSWER_MS;

function commandFor(whole: WholeTask, moment: Moment) {
  const { task } = whole;
  const { organizationId, sandboxId, sandbox, needsTrust } = task;
  if (sandboxId === null || sandbox === null || !hasMachine(task)) return request(whole, moment);
  const named = { organizationId, sandboxId };
  if (sandbox.state === 'paused' || sandbox.state === 'expired') return new ResumeSandbox(named);
  const isUsable = sandbox.state === 'ready' || sandbox.state === 'degraded';
  return isUsable && sandbox.trusted === needsTrust ? new RecreateSandbox({ ...named, trusted: !needsTrust }) : null;
}

function request(whole: WholeTask, moment: Moment): RequestSandbox {
  const { task, around } = whole;
  if (task.sandboxId === null || task.sandbox?.state === 'destroyed') {
    task.sandboxId = moment.id('sandbox');
    task.sandbox = null;
    for (const session of whole.sessions) {
      if (session.generation === null) continue;
      session.leaveMachine();
      whole.touch(session);
    }
  }
  return new RequestSandbox({
    ...whole.named,
    sandboxId: task.sandboxId,
    repository: {
      id: task.repositoryId,
      cloneUrl: around.cloneUrl,
      // Without a base nothing but the branch itself is known to be there.
      base: task.baseBranch ?? task.branch,
      fork: task.fork,
    },
    branch: task.branch,
    provider: providerOf(task.provider),
    trusted: !task.needsTrust,
  });
}

/** The list of tasks checked the choice; a provider that is not known any more is the usual one. */
const providerOf = (name: string | null): ProviderName | null => Provider.safeParse(name).data ?? null;
