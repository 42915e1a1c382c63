import type { Failure } from '@foundry/messaging';
import { RecordOperationFailed } from '../../contracts/index.js';

/** The repository or its remote says no, and saying it again would not help. The reason is for people. */
export class GitRefusal extends Error {
  constructor(
    readonly code: string,
    readonly reason: string,
    readonly more: { retryable?: boolean; paths?: readonly string[] } = {},
  ) {
    super(reason);
  }
}

interface OfOperation {
  organizationId: string;
  taskId: string;
  operationId: string;
  attempt: number;
}

export const reportOf = ({ organizationId, taskId, operationId, attempt }: OfOperation): OfOperation => ({
  organizationId,
  taskId,
  operationId,
  attempt,
});

const MOST_PATHS = 50;
const REASON = 2_000;

/** Reports a refusal; what is none is thrown on, and tried again. */
export function refused(payload: OfOperation, error: unknown): RecordOperationFailed {
  if (!(error instanceof GitRefusal)) throw error;
  const { retryable = false, paths = [] } = error.more;
  const named = paths.filter((path) => path.length <= 4_096).slice(0, MOST_PATHS);
  const reason = error.reason.slice(0, REASON);
  return new RecordOperationFailed({ ...reportOf(payload), code: error.code, reason, retryable, paths: named });
}

const LATE = ['deadline', 'effect.timed_out', 'exec.timed_out', 'exec.killed'];

/** Reports that it did not come to an end. `noun`: what was done, as its codes begin. */
export function gaveUp(payload: OfOperation, noun: string, { code, message }: Failure): RecordOperationFailed {
  const isLate = LATE.includes(code);
  const reason = isLate ? 'It did not end in time.' : message;
  return new RecordOperationFailed({
    ...reportOf(payload),
    code: (isLate ? `${noun}.timed_out` : code).slice(0, 80),
    reason: reason.slice(0, REASON),
    retryable: true,
  });
}
