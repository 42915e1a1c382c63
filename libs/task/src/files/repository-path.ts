import { Rejection } from '@foundry/messaging';

class FilePathInvalid extends Rejection {
  constructor() {
    super('file.path_invalid', 'invalid', 'Paths are relative to the repository, without empty parts, `.` or `..`.');
  }
}

/**
 * A path inside the repository, as git names it. The empty one is the repository itself. Throws `file.path_invalid` for
 * everything that git would take for something else.
 */
export function repositoryPath(path: string): string {
  if (path === '') return path;
  const parts = path.split('/');
  if (path.includes('\0') || parts.some((part) => part === '' || part === '.' || part === '..')) {
    throw new FilePathInvalid();
  }
  return path;
}
