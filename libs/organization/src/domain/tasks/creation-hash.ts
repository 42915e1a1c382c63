import { createHash } from 'node:crypto';
import type { CreateTask } from '../../contracts/index.js';

/**
 * Names what a creation asks for and who asks. Name and default branch of the repository are not in it: the API reads
 * them anew each time, and they may have changed.
 */
export function creationHash({ repository, branch, firstMessage, ...rest }: CreateTask['payload'], by: string): string {
  const { title = null, sandboxProvider = null } = rest;
  const content = [by, repository.id, branch, firstMessage, title, sandboxProvider];
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
