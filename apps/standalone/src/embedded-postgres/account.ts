import { stat } from 'node:fs/promises';
import { systemCode } from './unavailable.js';

/** The user and group that Postgres runs as; nothing to change when that is who we are. */
export type Account = { readonly uid: number; readonly gid: number } | Record<string, never>;

/** "nobody" on Linux: exists everywhere without an entry in any file. */
const nobody = { uid: 65_534, gid: 65_534 };

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Postgres refuses to run as root. Then it runs as the owner of its folder, or as nobody for a new one. */
export async function accountFor(folder: string): Promise<Account> {
  if (!isRoot()) return {};
  try {
    const { uid, gid } = await stat(folder);
    return uid === 0 ? nobody : { uid, gid };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return nobody;
    throw error;
  }
}
