import { generalCode } from './general-codes.js';
import type { ProblemMembers } from './problem.js';

/** An answer of 4xx or 5xx that HTTP itself decides. Refusals of a module are `Rejection`s. */
export class Refusal extends Error {
  readonly status: number;

  constructor(
    readonly code: string,
    detail: string,
    readonly members: ProblemMembers = {},
    readonly headers: Readonly<Record<string, string>> = {},
    status?: number,
  ) {
    super(detail);
    this.name = 'Refusal';
    this.status = status ?? generalCode(code)?.status ?? 500;
  }
}
