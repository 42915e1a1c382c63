import { GitRefusal } from './git-refusal.js';
import { isRefusedByRemote, lastWords } from './task-git.js';

interface Output {
  stdout: string;
  stderr: string;
}

/** What the remote's words mean; the first that fits. */
const MEANINGS: readonly { form: RegExp; code: string; reason: string }[] = [
  {
    form: /stale info|non-fast-forward|fetch first|needs force|cannot lock ref/i,
    code: 'push.non_fast_forward',
    reason: 'The branch at GitHub has commits that this one does not have. Sync first, then push again.',
  },
  {
    form: /refusing to allow .*workflow|without `?workflows?`? (?:scope|permission)/i,
    code: 'push.workflow_refused',
    reason: 'GitHub lets nobody change workflow files through Foundry. Take these changes out, or push them yourself.',
  },
  {
    form: /GH006|GH013|protected branch|repository rule violations/i,
    code: 'push.protected_branch',
    reason: 'The rules of the repository protect this branch, so GitHub did not take the push.',
  },
];

/**
 * Why a push did not arrive, from what `git push --porcelain` said; null: for no reason of the remote, so it may be tried
 * again.
 */
export function classifyPush(output: Output): GitRefusal | null {
  const rejected = output.stdout.split('\n').filter((line) => line.startsWith('!'));
  const words = lastWords({ stdout: rejected.map(summaryOf).join('\n'), stderr: saidByRemote(output.stderr) });
  if (rejected.length > 0) {
    const all = `${rejected.join('\n')}\n${output.stderr}`;
    const known = MEANINGS.find(({ form }) => form.test(all));
    if (known) return new GitRefusal(known.code, `${known.reason} GitHub said: ${words}`, { retryable: true });
    return new GitRefusal('push.denied', `GitHub did not take the push. It said: ${words}`);
  }
  if (!isRefusedByRemote(output.stderr)) return null;
  const told = lastWords({ stdout: '', stderr: output.stderr });
  return new GitRefusal('push.denied', `GitHub does not let you push to this repository. It said: ${told}`);
}

/** `!<tab>from:to<tab>[remote rejected] (reason)`: the reason alone. */
const summaryOf = (line: string): string => /\((.+)\)\s*$/.exec(line)?.[1] ?? line.split('\t').at(-1) ?? line;

const saidByRemote = (stderr: string): string =>
  stderr
    .split('\n')
    .filter((line) => line.startsWith('remote:'))
    .join('\n');
