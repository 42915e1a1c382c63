import type { View } from './client.js';

export type Problem = View['Problem'];

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'detail' in value && 'requestId' in value;

/** What the API refused, with the problem that it answered; null when the answer was not one of ours. */
export class ApiError extends Error {
  /** Stable, and what clients decide by; null when the answer was not one of ours. */
  readonly code: string | null;

  /** `refusal`: of a command that was refused only after its request was answered. */
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
    refusal: { code: string; detail: string } | null = null,
  ) {
    super(problem?.detail ?? refusal?.detail ?? `The server answered ${status}.`);
    this.code = problem?.code ?? refusal?.code ?? null;
  }
}

/** Whether the API refused with this code. */
export const isRefusal = (error: unknown, code: string): error is ApiError =>
  error instanceof ApiError && error.code === code;

export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401;
export const isNotFound = (error: unknown): boolean => error instanceof ApiError && error.status === 404;

/** Worth asking again by itself: the network, or a server that is not well. */
export const isPassing = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof ApiError && error.status >= 500);

export interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What was answered. Throws `ApiError` when it was refused, `TypeError` when nothing came back. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (data !== undefined) return data;
  throw new ApiError(response.status, isProblem(error) ? error : null);
}

/** The same for what answers nothing. */
export async function done(call: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) throw new ApiError(response.status, isProblem(error) ? error : null);
}
