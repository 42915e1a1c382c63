import { CreateMessaging1790000000001 } from '../../migrations/create-messaging.js';
import { KeepOwners1790000000002 } from '../../migrations/keep-owners.js';
import { LetApiJoin1790000000003 } from '../../migrations/let-api-join.js';
import { WriteLess1790000000004 } from '../../migrations/write-less.js';
import {
  CancelCommand,
  CancelEffect,
  DiscardDeadLetter,
  Prune,
  PruneHistory,
  RecordPruning,
  RetryDeadLetter,
  RetryEffect,
} from '../contracts/index.js';
import type { ModuleManifest } from '../registry/manifest.js';

/** Partitions of the kernel's own commands, whatever the other modules have. */
export const KERNEL_PARTITIONS = 1;

/** The kernel as a module: commands on letters, commands and effects that people give, and its own housekeeping. */
export const KERNEL_MANIFEST: ModuleManifest = {
  name: 'messaging',
  entities: [],
  migrations: [CreateMessaging1790000000001, KeepOwners1790000000002, LetApiJoin1790000000003, WriteLess1790000000004],
  commands: [RetryDeadLetter, DiscardDeadLetter, CancelCommand, RetryEffect, CancelEffect, PruneHistory, RecordPruning],
  events: [],
  effects: [Prune],
  schedules: [
    {
      key: 'messaging.pruneHistory',
      everyMs: 60 * 60_000,
      command: () => new PruneHistory({ scope: 'history' }),
    },
    { key: 'messaging.pruneDeltas', everyMs: 10 * 60_000, command: () => new PruneHistory({ scope: 'deltas' }) },
  ],
  apiGrants: (role) => [
    `grant insert on messaging.outbox to ${role}`,
    `grant execute on function messaging.accept, messaging.join_as_api, messaging.beat_as_api, messaging.leave_as_api to ${role}`,
  ],
};
