import { ApiError } from '../api/api-error.js';

/** Whether the refusal to somebody signed out says that this installation has no GitHub App yet. */
export function needsSetup(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.problem === null || !('signIn' in error.problem)) return false;
  const { signIn } = error.problem;
  return (
    typeof signIn === 'object' && signIn !== null && 'setupRequired' in signIn && signIn.setupRequired === true
  );
}
