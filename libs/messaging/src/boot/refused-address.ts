import { isNativeError } from 'node:util/types';
import { BootError } from './boot-error.js';

/** What may be wrong with an address to listen on, by the system's code, and the way out. */
const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another process; stop it',
  EACCES: 'may not be used by this account',
  EADDRNOTAVAIL: 'is no address of this machine',
};

/** A failed `listen` as one sentence that names the key to change; any other error as it is. */
export function refusedAddress(error: unknown, address: { host: string; port: number; key: string }): unknown {
  if (!isNativeError(error) || !('code' in error) || typeof error.code !== 'string') return error;
  const reason = REASONS[error.code];
  if (reason === undefined) return error;
  const { host, port, key } = address;
  return new BootError(`${host}:${String(port)} ${reason}, or choose another with ${key}.`, { cause: error });
}
