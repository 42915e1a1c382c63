/** A name at GitHub without what Postgres cannot store; null when nothing of it is left. */
export function shownName(name: string | null | undefined): string | null {
  const shown = name?.replaceAll(/[\p{Cc}\p{Surrogate}]/gu, '').trim() ?? '';
  return shown === '' ? null : shown;
}
