/** How long a mutating route waits when nobody says otherwise. */
export const LONGEST_WAIT_MS = 10_000;

export interface Preference {
  /** 0: answer at once. */
  waitMs: number;
  /** What `Preference-Applied` says; null when nothing was asked for. */
  applied: string | null;
  /** The caller asked to wait: a read waits only then. */
  asked: boolean;
}

/** Reads `Prefer` (RFC 7240): `wait=n` with n from 1 to 10, `respond-async`. What it does not know is ignored. */
export function preferenceOf(header: string | string[] | undefined): Preference {
  const parts = [header ?? []].flat().join(',').split(/[,;]/);
  const wanted = parts.map((part) => part.trim().toLowerCase());
  const waits = wanted.map((part) => /^wait="?([0-9]{1,4})"?$/.exec(part)?.[1]).filter((value) => value !== undefined);
  const seconds = waits.map(Number).find((value) => value >= 1);
  if (seconds !== undefined) {
    const waitMs = Math.min(seconds * 1000, LONGEST_WAIT_MS);
    return { waitMs, applied: `wait=${String(waitMs / 1000)}`, asked: true };
  }
  if (wanted.includes('respond-async')) return { waitMs: 0, applied: 'respond-async', asked: false };
  return { waitMs: LONGEST_WAIT_MS, applied: null, asked: false };
}
