import type { MigrationInterface } from 'typeorm';
import type { SealedTable } from '../security/sealed-table.js';
import type { CommandClass, CommandMessage, EffectClass, EventClass } from '../contracts/index.js';

/** A command that is sent again and again: declared in code and reconciled at start by its key. */
export interface RecurringSchedule {
  key: string;
  everyMs: number;
  command: () => CommandMessage;
}

/** What a module declares to the kernel; the worker and the API read the same one. */
export interface ModuleManifest {
  /** Name of the module, of its schema (dashes as underscores) and of its queues. */
  name: string;
  entities: readonly (new () => object)[];
  migrations: readonly (new () => MigrationInterface)[];
  commands: readonly CommandClass[];
  events: readonly EventClass[];
  effects: readonly EffectClass[];
  schedules?: readonly RecurringSchedule[];
  /** Tables with encrypted columns, which `keys:rotate` writes again. */
  sealed?: readonly SealedTable[];
  /** Statements that give a worker's database role its rights on this schema. Default: all on its tables. */
  grants?: (role: string) => readonly string[];
  /**
   * Statements that give an API's database role what it writes here itself, so that it need not wait for a worker
   * (architecture, section 2). `role` is quoted already. It reads every table anyway; default: no more than that.
   */
  apiGrants?: (role: string) => readonly string[];
}

/** A Nest module class that carries its manifest, so that an app can list modules and nothing else. */
export interface ManifestModule {
  new (...dependencies: never[]): object;
  readonly manifest: ModuleManifest;
}
