import type { Diagnosis } from '../contracts/index.js';

/** The App and the places that it is examined with. */
export interface Patient {
  /** Base of the web site and of the REST API of GitHub, and where people reach the product; no slash at the end. */
  webUrl: string;
  apiUrl: string;
  publicUrl: string;
}

export const ok = (about: string, says: string): Diagnosis => ({ state: 'ok', about, says, remedy: null });

export const note = (about: string, says: string, remedy: string | null = null): Diagnosis => ({
  state: 'note',
  about,
  says,
  remedy,
});

export const bad = (about: string, says: string, remedy: string): Diagnosis => ({ state: 'bad', about, says, remedy });

const LOOK_MS = 8_000;

/** Fetches without following redirects; null when nothing answers within 8 s. */
export async function look(address: string, init: RequestInit = {}): Promise<Response | null> {
  try {
    return await fetch(address, { ...init, redirect: 'manual', signal: AbortSignal.timeout(LOOK_MS) });
  } catch (error) {
    // What `fetch` throws when the other side does not answer; by name, because tests have realms of their own.
    const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : null;
    if (name === 'TypeError' || name === 'TimeoutError') return null;
    throw error;
  }
}
