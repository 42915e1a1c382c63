import { randomInt } from 'node:crypto';
import { drawnBranches } from '../domain/tasks/branch-names.js';

/** Where names of branches come from: a cryptographic source, so that nobody guesses the next. */
export class BranchNames {
  draw(prefix: string): string[] {
    return drawnBranches(prefix, (limit) => randomInt(limit));
  }
}
