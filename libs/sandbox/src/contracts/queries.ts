import { type Id64, QueryMessage, type Uuid } from '@foundry/messaging/contracts';
import type { ProcessView, SandboxView } from './views.js';

/** A sandbox by its id, ended ones included; null when there is none. Whoever asks checks who may see it. */
export class SandboxById extends QueryMessage<SandboxView | null> {
  constructor(readonly sandboxId: Uuid) {
    super();
  }
}

/** The sandbox that a task has, or the last one it had; null when it never had one. */
export class SandboxOfTask extends QueryMessage<SandboxView | null> {
  constructor(
    readonly organizationId: Id64,
    readonly taskId: Uuid,
  ) {
    super();
  }
}

/** Processes of a sandbox that are not ended, newest first, at most 64. Of a machine that is away there are none. */
export class ProcessesOf extends QueryMessage<ProcessView[]> {
  constructor(readonly sandboxId: Uuid) {
    super();
  }
}
