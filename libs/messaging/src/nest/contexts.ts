import { BaseRpcContext } from '@nestjs/microservices';
import type { Envelope } from '../contracts/index.js';
import type { RunningAttempt } from '../effects/running-attempt.js';

/** What guards and interceptors see beside a command. */
export class CommandContext extends BaseRpcContext<[Envelope]> {
  get envelope(): Envelope {
    return this.getArgByIndex(0);
  }
}

/** What an effect's handler and the interceptors around it see beside the effect. */
export class EffectContext extends BaseRpcContext<[RunningAttempt]> {
  get attempt(): RunningAttempt {
    return this.getArgByIndex(0);
  }
}
