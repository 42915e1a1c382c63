import type { Desk } from './desk.js';

/** How commands of the command line reach an instance, and where they tell what they did. */
export interface Operator {
  readonly work: (job: (desk: Desk) => Promise<void>) => Promise<void>;
  /** Migrates the database and gives the product's roles their rights. Returns where that was. */
  readonly migrate: () => Promise<string>;
  /** Where people and programs reach the instance. */
  readonly address: () => Promise<string>;
  /** Address of the demonstration GitHub; null when the instance has a real one. */
  readonly demonstration: () => Promise<string | null>;
  /** Everything that can be looked at without a running instance as well; false: something does not work. */
  readonly examine: () => Promise<boolean>;
  readonly say: (line: string) => void;
}
