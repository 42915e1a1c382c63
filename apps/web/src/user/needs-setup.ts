import { ApiError } from '../api/api-error.js';

/** Whether the refusal to somebody signed out says that this installation has no GitHub App yet. */
export const needsSetup = (error: unknown): boolean =>
  error instanceof ApiError && (error.problem?.signIn?.setupRequired ?? false);
