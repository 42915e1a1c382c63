import { mergedTree } from '../git/change.js';
import { changedFiles, countCommits, mergeBase } from '../git/read.js';
import type { Github } from '../github.js';
import type { Pull } from '../state/records.js';
import { type Measured, unmeasured } from './pull.view.js';

/** Asks git how large a pull request is and whether it can be merged. */
export async function measure({ world, git }: Github, pull: Pull): Promise<Measured> {
  const folder = await git.of(world.repository(pull.repositoryId));
  const base = await mergeBase(folder, pull.base.sha, pull.head.sha);
  if (base === null) return unmeasured;
  const files = await changedFiles(folder, base, pull.head.sha);
  const sum = (pick: 'additions' | 'deletions') => files.reduce((total, file) => total + file[pick], 0);
  const open = pull.state === 'open';
  return {
    commits: await countCommits(folder, `${pull.base.sha}..${pull.head.sha}`),
    additions: sum('additions'),
    deletions: sum('deletions'),
    changedFiles: files.length,
    mergeable: open ? (await mergedTree(folder, pull.base.sha, pull.head.sha)) !== null : null,
  };
}
