import { PushBranchEffect } from './push-branch.effect.js';
import { ReadChangesEffect } from './read-changes.effect.js';
import { RevertPathEffect } from './revert-path.effect.js';
import { SyncBranchEffect } from './sync-branch.effect.js';

/** What is done on the repository of a task; each reaches it through `SandboxAccess`. */
export const GIT_EFFECTS = [ReadChangesEffect, PushBranchEffect, SyncBranchEffect, RevertPathEffect];
