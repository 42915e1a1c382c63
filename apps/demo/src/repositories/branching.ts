import { moveRef } from '../git/change.js';
import { mergeBase, refs, resolve } from '../git/read.js';
import type { Github } from '../github.js';
import { Refused } from '../http/refused.js';
import { afterPush } from '../pulls/pushed.js';
import type { Repository } from '../state/records.js';

type How = 'create' | 'forward' | 'force';

/** Makes, moves or deletes a branch and tells it as a push. 422 when it is there, missing, or would not go forward. */
export async function changeRef(
  github: Github,
  repository: Repository,
  ref: string,
  to: string | null,
  how: How,
  byId: number,
): Promise<void> {
  const { git } = github;
  await git.exclusively(repository.id, async () => {
    const folder = await git.of(repository);
    const before = await refs(folder);
    const present = before.get(ref);
    if (how === 'create' && present !== undefined) throw new Refused(422, 'Reference already exists');
    if (how !== 'create' && present === undefined) throw new Refused(422, 'Reference does not exist');
    if (to !== null && (await resolve(folder, to)) === null) throw new Refused(422, 'Object does not exist');
    if (how === 'forward' && to !== null && (await mergeBase(folder, present ?? to, to)) !== present) {
      throw new Refused(422, 'Update is not a fast forward');
    }
    await moveRef(folder, ref, to);
    await afterPush(github, repository, before, byId);
  });
}
