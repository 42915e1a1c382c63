import type { SandboxView } from '@foundry/sandbox/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLive } from '../live/live-context.js';
import { newer } from '../live/versioned.js';
import { Remaining } from '../session/elapsed.js';
import { Age } from '../ui/age.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { RetryMachine } from './retry-machine.js';
import { extend, type Minutes, pause, rebuild, resume } from './sandbox-calls.js';
import { isRunning, providerWords, sandboxWords, stepWords } from './sandbox-words.js';

const ACTS = {
  pause: { verb: 'Pause', pending: 'Pausing', failed: 'The sandbox was not paused.' },
  resume: { verb: 'Resume', pending: 'Resuming', failed: 'The sandbox was not resumed.' },
  rebuild: { verb: 'Rebuild', pending: 'Rebuilding', failed: 'The sandbox was not rebuilt.' },
} as const;
type Act = keyof typeof ACTS;
const CALLS = { pause, resume, rebuild } as const;

const STEPS: readonly Minutes[] = [15, 60, 240];

/** The machine of a task: where it runs, what it does, until when, and what can be done with it. */
export function SandboxCard({ sandbox, mayAct }: { sandbox: SandboxView | null; mayAct: boolean }) {
  return (
    <section aria-labelledby="sandbox" className="grid gap-2 rounded-card border border-line bg-surface p-3">
      <h2 id="sandbox" className="font-semibold">
        Sandbox
      </h2>
      {sandbox ? (
        <Machine sandbox={sandbox} mayAct={mayAct} />
      ) : (
        <p className="text-text-2">None yet. A message or a terminal brings one.</p>
      )}
    </section>
  );
}

function Machine({ sandbox, mayAct }: { sandbox: SandboxView; mayAct: boolean }) {
  const { state, deadlineAt, idleAt, expiresAt, notice, lastCheckpoint } = sandbox;
  const step = stepWords(sandbox);
  return (
    <>
      <p className="text-text-2">{providerWords(sandbox)}</p>
      <p>
        <span className={state === 'failed' || state === 'expired' ? 'text-danger' : ''}>{sandboxWords(sandbox)}</span>
        {step !== null && <span className="text-text-2">: {step}</span>}
        {deadlineAt !== null && (
          <span className="text-text-3">
            <Remaining until={deadlineAt} before=", gives up in " />
          </span>
        )}
      </p>
      {isRunning(sandbox) && idleAt !== null && (
        <p className="text-text-2">
          <Remaining until={idleAt} before="Pauses in " />
        </p>
      )}
      {isRunning(sandbox) && expiresAt !== null && (
        <p className="text-text-2">
          <Remaining until={expiresAt} before="Ends in " />
        </p>
      )}
      {notice !== null && <p className="break-words text-warning">{notice.message}</p>}
      {lastCheckpoint !== null && (
        <p className="text-text-3">
          Saved <Age at={lastCheckpoint.createdAt} ago />
        </p>
      )}
      {state === 'expired' && <p className="text-warning">The machine is gone; the saved work is kept.</p>}
      {mayAct && (state === 'failed' ? <RetryMachine sandbox={sandbox} /> : <Actions sandbox={sandbox} />)}
    </>
  );
}

const WHAT_IS_LOST: Readonly<Partial<Record<Act, string>>> = {
  pause: 'Committed and saved work is kept. Processes and terminals end.',
  rebuild: 'Committed and saved work is kept. Processes and terminals end, and a new machine is made.',
};

function actsOf({ state }: SandboxView): readonly Act[] {
  if (state === 'ready' || state === 'degraded') return ['pause', 'rebuild'];
  if (state === 'paused') return ['resume', 'rebuild'];
  return state === 'expired' || state === 'destroyed' ? ['rebuild'] : [];
}

function Actions({ sandbox }: { sandbox: SandboxView }) {
  const { sandboxId } = sandbox;
  const topic = useLive().sandbox(sandboxId);
  const [asked, setAsked] = useState<Act | null>(null);
  const onSuccess = (next: SandboxView): void => {
    setAsked(null);
    topic.merge((state) => ({ ...state, sandbox: newer(state.sandbox, next) }));
  };
  const act = useMutation({ mutationFn: (what: Act) => CALLS[what](sandboxId), onSuccess });
  const more = useMutation({ mutationFn: (minutes: Minutes) => extend(sandboxId, minutes), onSuccess });
  const begin = (what: Act): void => {
    if (WHAT_IS_LOST[what] !== undefined && asked !== what) setAsked(what);
    else act.mutate(what);
  };
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {actsOf(sandbox).map((what) => (
          <Button
            key={what}
            pending={act.isPending && act.variables === what ? ACTS[what].pending : null}
            onClick={() => begin(what)}
          >
            {asked === what ? `${ACTS[what].verb} now` : ACTS[what].verb}
          </Button>
        ))}
        {asked !== null && (
          <Button look="quiet" onClick={() => setAsked(null)}>
            Keep it
          </Button>
        )}
      </div>
      {asked !== null && (
        <p role="status" className="text-warning">
          {WHAT_IS_LOST[asked]}
        </p>
      )}
      {isRunning(sandbox) && (
        <div className="flex flex-wrap items-center gap-1" role="group" aria-label="Extend">
          <span className="text-text-3">Extend</span>
          {STEPS.map((minutes) => (
            <Button
              key={minutes}
              look="quiet"
              pending={more.isPending && more.variables === minutes ? 'Extending' : null}
              onClick={() => more.mutate(minutes)}
            >
              {minutes} min
            </Button>
          ))}
        </div>
      )}
      {act.isError && <ErrorNotice error={act.error} what={ACTS[act.variables].failed} />}
      {more.isError && <ErrorNotice error={more.error} what="The sandbox was not extended." />}
    </>
  );
}
