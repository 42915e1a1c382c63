import type { MessageView, SessionView } from '@foundry/task/contracts';
import { Circle, CircleAlert, CircleCheck, Loader } from 'lucide-react';
import { useSandbox } from '../live/live-context.js';
import type { RealTask } from '../live/task-topic.js';
import { RetryMachine } from '../sandbox/retry-machine.js';
import { Elapsed, Remaining } from '../session/elapsed.js';
import { startingSteps, type StepState } from './starting.js';

const LOOKS = {
  done: [CircleCheck, 'done', 'text-text-3'],
  now: [Loader, 'under way', 'text-text'],
  later: [Circle, 'not yet', 'text-text-3'],
  failed: [CircleAlert, 'failed', 'text-danger'],
} as const satisfies Readonly<Record<StepState, unknown>>;

interface StartingStepsProps {
  real: RealTask;
  session: SessionView;
  message: MessageView | null;
}

/** What happens between the first message and the first answer, step by step. */
export function StartingSteps({ real, session, message }: StartingStepsProps) {
  const { state } = useSandbox(real.task.sandboxId);
  const sandbox = state?.sandbox ?? real.sandbox;
  const steps = startingSteps({ owner: real.task.owner, sandbox, session, message });
  return (
    <section aria-labelledby="starting" className="grid max-w-xl gap-3">
      <h2 id="starting" className="font-semibold">
        Starting
      </h2>
      <ol className="grid gap-2">
        {steps.map(({ name, state: step, since, deadline, detail }) => {
          const [Icon, words, look] = LOOKS[step];
          return (
            <li key={name} className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2">
              <Icon
                aria-hidden="true"
                size={16}
                strokeWidth={1.75}
                className={`mt-px ${look} ${step === 'now' ? 'animate-spin text-accent' : ''}`}
              />
              <p className={look}>
                {name} <span className="sr-only">{words}</span>
                {step === 'now' && (
                  <span className="text-meta text-text-3">
                    {since !== null && <Elapsed since={since} />}
                    {deadline !== null && <Remaining until={deadline} before=" · gives up in " />}
                  </span>
                )}
              </p>
              {detail !== null && <p className="col-start-2 break-words text-text-2">{detail}</p>}
            </li>
          );
        })}
      </ol>
      {sandbox?.state === 'failed' && <RetryMachine sandbox={sandbox} />}
    </section>
  );
}
