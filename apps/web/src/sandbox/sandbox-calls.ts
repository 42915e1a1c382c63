import { ProcessView, SandboxView } from '@foundry/sandbox/contracts';
import { done } from '../api/api-error.js';
import { api, type View } from '../api/client.js';
import { settled } from '../api/settled.js';

const sandbox = (sandboxId: string) => ({ params: { path: { sandboxId } } });
const process = (sandboxId: string, processId: string) => ({ params: { path: { sandboxId, processId } } });

export const pause = (sandboxId: string): Promise<SandboxView> =>
  settled(api.POST('/v1/sandboxes/{sandboxId}/pause', sandbox(sandboxId)), SandboxView);

export const resume = (sandboxId: string): Promise<SandboxView> =>
  settled(api.POST('/v1/sandboxes/{sandboxId}/resume', sandbox(sandboxId)), SandboxView);

export type Minutes = View['SandboxExtension']['minutes'];

export const extend = (sandboxId: string, minutes: Minutes): Promise<SandboxView> =>
  settled(api.POST('/v1/sandboxes/{sandboxId}/extend', { ...sandbox(sandboxId), body: { minutes } }), SandboxView);

/** Saves the work where the machine answers, and makes another machine of it. */
export const rebuild = (sandboxId: string): Promise<SandboxView> =>
  settled(api.POST('/v1/sandboxes/{sandboxId}/recreate', { ...sandbox(sandboxId), body: {} }), SandboxView);

/** The failed step again. */
export const retry = (sandboxId: string): Promise<SandboxView> =>
  settled(api.POST('/v1/sandboxes/{sandboxId}/retry', sandbox(sandboxId)), SandboxView);

export interface NewProcess {
  processId: string;
  argv: string[];
  title: string;
  /** Whether it has a terminal that people type into. */
  isTerminal: boolean;
}

export const startProcess = (
  sandboxId: string,
  { processId, argv, title, isTerminal }: NewProcess,
): Promise<ProcessView> =>
  settled(
    api.POST('/v1/sandboxes/{sandboxId}/processes', {
      ...sandbox(sandboxId),
      body: { processId, argv, title, cwd: '.', env: {}, tty: isTerminal },
    }),
    ProcessView,
  );

export const stopProcess = (sandboxId: string, processId: string): Promise<ProcessView> =>
  settled(
    api.POST('/v1/sandboxes/{sandboxId}/processes/{processId}/stop', {
      ...process(sandboxId, processId),
      body: { waitSeconds: 2 },
    }),
    ProcessView,
  );

export const killProcess = (sandboxId: string, processId: string): Promise<ProcessView> =>
  settled(
    api.POST('/v1/sandboxes/{sandboxId}/processes/{processId}/kill', {
      ...process(sandboxId, processId),
      body: { waitSeconds: 2 },
    }),
    ProcessView,
  );

export const deleteProcess = (sandboxId: string, processId: string): Promise<void> =>
  done(api.DELETE('/v1/sandboxes/{sandboxId}/processes/{processId}', process(sandboxId, processId)));
