/** A pull request as its address at GitHub names it. */
export interface PullRequestAddress {
  readonly repository: string;
  readonly number: number;
}

const ADDRESS = /^https?:\/\/[^/\s]+\/([\w.-]+\/[\w.-]+)\/pull\/(\d{1,9})(?:[/?#]\S*)?$/;

/** What a pasted text names, when it is the address of a pull request; else null. */
export function pullRequestAddress(text: string): PullRequestAddress | null {
  const [, repository, number] = ADDRESS.exec(text.trim()) ?? [];
  return repository === undefined || number === undefined ? null : { repository, number: Number(number) };
}
