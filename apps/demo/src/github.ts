import type { GitFolders } from './git/folders.js';
import type { Budgets } from './http/budgets.js';
import type { CallLog } from './http/call-log.js';
import type { Faults } from './http/faults.js';
import type { Clock } from './state/clock.js';
import type { World } from './state/world.js';
import type { Announcer } from './webhooks/announcer.js';

/** The parts of the stand-in that routes and acts work with. */
export interface Github {
  readonly world: World;
  readonly clock: Clock;
  readonly git: GitFolders;
  readonly announcer: Announcer;
  readonly budgets: Budgets;
  readonly faults: Faults;
  readonly calls: CallLog;
}
