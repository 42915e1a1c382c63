import { z } from 'zod';
import { GithubId } from './values.js';

const Sha = z.string().min(1).max(64);
const repository = z.object({ id: GithubId });

/** Events about a commit name its pull requests only when they are no forks, so the commit is all that is read. */
export const CheckSuitePayload = z.object({ check_suite: z.object({ head_sha: Sha }), repository });
export const StatusPayload = z.object({ sha: Sha, repository });
