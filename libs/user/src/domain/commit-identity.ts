/** What git drops from both ends of a name, so that a name of nothing else counts as empty. */
const CRUD = String.raw`[\s.,:;<>"'\\]`;
const ENDS = new RegExp(`^${CRUD}+|${CRUD}+$`, 'gu');
/** Cut between characters, never within one. */
const BEGINNING = /^.{0,200}/su;

/** For `user.name` of git: the name at GitHub, else the login; never empty, no control characters, no angle brackets. */
export function commitName({ name, login, userId }: { name: string | null; login: string; userId: string }): string {
  return [name ?? '', login].map(usable).find((text) => text !== '') ?? `user-${userId}`;
}

function usable(text: string): string {
  const plain = text
    .replaceAll(/[\p{Cc}\p{Surrogate}<>]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(ENDS, '');
  return (BEGINNING.exec(plain)?.[0] ?? '').replaceAll(ENDS, '');
}

/** GitHub's address that leads to the account and tells nobody the person's own. `webUrl`: base of GitHub's web site. */
export const noreplyAddress = (person: { userId: string; login: string }, webUrl: string): string =>
  `${person.userId}+${person.login}@users.noreply.${new URL(webUrl).hostname}`;
