import { FilePathInvalid } from './git-rejections.js';

const LONGEST = 4_096;

/** Rejects with `file.path_invalid` what cannot be a file of the repository. */
export function mustBeFilePath(path: string): void {
  const parts = path.split('/');
  const isPlain = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  const isGit = parts[0]?.toLowerCase() === '.git';
  if (!isPlain || isGit || path.includes('\0') || Buffer.byteLength(path) > LONGEST) throw new FilePathInvalid();
}
