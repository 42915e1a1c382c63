import { BaseRpcContext } from '@nestjs/microservices';
import type { Envelope } from '../contracts/index.js';
import type { RunningAttempt } from '../effects/running-attempt.js';

/** What guards and interceptors see beside a command. */
export class CommandContext extends BaseRpcContext<[Envelope]> {
  constructor(readonly envelope: Envelope) {
    super([envelope]);
  }
}

/** What an effect's handler and the interceptors around it see beside the effect. */
export class EffectContext extends BaseRpcContext<[RunningAttempt]> {
  constructor(readonly attempt: RunningAttempt) {
    super([attempt]);
  }
}
