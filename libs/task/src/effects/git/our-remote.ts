import { GitRefusal } from './git-refusal.js';
import { RemoteRefused, type TaskGit } from './task-git.js';

/** Rejects when `origin` leads elsewhere: nobody's authority is used there. */
export async function mustBeOurRemote(git: TaskGit, cloneUrl: string): Promise<void> {
  const [fetching, pushing] = await Promise.all([
    git.try(['remote', 'get-url', 'origin']),
    git.try(['remote', 'get-url', '--push', '--all', 'origin']),
  ]);
  if (fetching.stdout.trim() === cloneUrl && pushing.stdout.trim() === cloneUrl) return;
  const reason = 'The clone on the machine has another remote than the repository of the task. Set it back first.';
  throw new GitRefusal('repository.remote_differs', reason);
}

/** What the remote refuses the person, as `<noun>.denied`. */
export const deniedAs =
  (noun: string) =>
  (error: unknown): never => {
    if (!(error instanceof RemoteRefused)) throw error;
    throw new GitRefusal(`${noun}.denied`, `GitHub does not let you into this repository. It said: ${error.message}`);
  };
