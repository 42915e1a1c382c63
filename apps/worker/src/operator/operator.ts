import type { Desk } from './desk.js';

/** How commands of the command line reach an instance, and where they tell what they did. */
export interface Operator {
  readonly work: (job: (desk: Desk) => Promise<void>) => Promise<void>;
  readonly say: (line: string) => void;
}
