import { WorkingFolderInvalid } from './rejections.js';

/** A folder of the repository in its plain form, `.` for itself. Links are looked at on the machine. */
export function workingFolder(cwd: string): string {
  if (cwd.startsWith('/') || cwd.includes('\0') || cwd.includes('\\')) throw new WorkingFolderInvalid();
  const parts = cwd.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw new WorkingFolderInvalid();
  return parts.length === 0 ? '.' : parts.join('/');
}
