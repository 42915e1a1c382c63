import { CancelCommandHandler } from './cancel-command.handler.js';
import { CancelEffectHandler } from './cancel-effect.handler.js';
import { DiscardDeadLetterHandler } from './discard-dead-letter.handler.js';
import { PruneHistoryHandler } from './prune-history.handler.js';
import { RecordPruningHandler } from './record-pruning.handler.js';
import { RetryDeadLetterHandler } from './retry-dead-letter.handler.js';
import { RetryEffectHandler } from './retry-effect.handler.js';

/** The handlers of the kernel's own commands. They need `Registry` from the kernel's module. */
export const KERNEL_HANDLERS = [
  CancelCommandHandler,
  CancelEffectHandler,
  DiscardDeadLetterHandler,
  PruneHistoryHandler,
  RecordPruningHandler,
  RetryDeadLetterHandler,
  RetryEffectHandler,
];
