import type { Diagnosis } from '@foundry/github-data/contracts';

export const ok = (about: string, says: string): Diagnosis => ({ state: 'ok', about, says, remedy: null });

export const note = (about: string, says: string, remedy: string | null = null): Diagnosis => ({
  state: 'note',
  about,
  says,
  remedy,
});

export const bad = (about: string, says: string, remedy: string): Diagnosis => ({ state: 'bad', about, says, remedy });

const MARKS = { ok: '✓', note: '!', bad: '✗' } as const;

/** A line for what was found, and one for what to do. */
export function linesOf({ state, about, says, remedy }: Diagnosis): string[] {
  return [`${MARKS[state]} ${about}: ${says}`, ...(remedy === null ? [] : [`    → ${remedy}`])];
}
