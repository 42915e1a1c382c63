import { DatabaseError } from 'pg';

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENOENT',
]);

/** Messages of the driver itself; it has no codes for these. */
const CONNECTION_MESSAGE =
  /^Connection terminated|^Client (has encountered a connection error|was closed)|^timeout (expired|exceeded)|^Cannot use a pool after|server closed the connection|^Query read timeout/;

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** TypeORM wraps the driver's error; others name a cause. */
function innerError(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return 'driverError' in error ? error.driverError : error.cause;
}

/** The database went away: nothing is known about what was under way. */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionLoss);
  const code = codeOf(error);
  if (error instanceof DatabaseError) return code !== undefined && /^(08|57P0)/.test(code);
  if (code !== undefined && CONNECTION_CODES.has(code)) return true;
  if (error instanceof Error && CONNECTION_MESSAGE.test(error.message)) return true;
  const inner = innerError(error);
  return inner !== undefined && isConnectionLoss(inner);
}

/** Another try may succeed: deadlock, serialisation, a lock or statement limit, resources, a lost connection. */
export function isPassing(error: unknown): boolean {
  if (isConnectionLoss(error)) return true;
  const inner = innerError(error);
  if (inner !== undefined && isPassing(inner)) return true;
  const code = codeOf(error);
  return error instanceof DatabaseError && code !== undefined && /^(40001|40P01|55P03|57014|53|58)/.test(code);
}

/** The row is there already. `constraint` narrows it to one index or key. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof DatabaseError)) {
    const inner = innerError(error);
    return inner !== undefined && isUniqueViolation(inner, constraint);
  }
  return error.code === '23505' && (constraint === undefined || error.constraint === constraint);
}

/** Postgres refused a statement: the transaction it stood in is spoiled. */
export function isDatabaseError(error: unknown): boolean {
  if (error instanceof DatabaseError) return true;
  const inner = innerError(error);
  return inner !== undefined && isDatabaseError(inner);
}
