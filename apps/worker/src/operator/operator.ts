import type { Desk } from './desk.js';

/** How commands of the command line reach an instance, and where they tell what they did. */
export interface Operator {
  readonly work: (job: (desk: Desk) => Promise<void>) => Promise<void>;
  /** Migrates the database and gives the product's roles their rights. Returns where that was. */
  readonly migrate: () => Promise<string>;
  /** Where people and programs reach the instance. */
  readonly address: () => Promise<string>;
  readonly say: (line: string) => void;
}
