import type { RepositoryAccess } from '@foundry/github-data/contracts';
import type { MemberRole, Settings } from '../contracts/index.js';

/** The repositories whose tasks one person sees in one organization. */
export class VisibleRepositories {
  private constructor(
    /** Also those that are not known yet. */
    readonly all: boolean,
    private readonly known: ReadonlySet<string>,
  ) {}

  static readonly every = new VisibleRepositories(true, new Set());
  static readonly none = new VisibleRepositories(false, new Set());

  /**
   * Everything, where the organization decided so, and for GitHub's owners, who can read every repository there. Else the
   * public ones and those that GitHub lets the person read; what nobody knows about is hidden.
   */
  static of(
    role: MemberRole,
    taskVisibility: Settings['taskVisibility'],
    access: readonly RepositoryAccess[],
  ): VisibleRepositories {
    if (taskVisibility === 'organization' || role === 'owner') return VisibleRepositories.every;
    const readable = access.filter(({ isPrivate, permission }) => !isPrivate || isReading(permission));
    return new VisibleRepositories(false, new Set(readable.map(({ repositoryId }) => repositoryId)));
  }

  get ids(): string[] {
    return [...this.known];
  }

  /** The same text for the same repositories. */
  get summary(): string {
    return this.all ? 'all' : this.ids.toSorted().join();
  }

  sees(repositoryId: string): boolean {
    return this.all || this.known.has(repositoryId);
  }
}

const isReading = (permission: RepositoryAccess['permission']): boolean => permission !== null && permission !== 'none';

/** What is known and fresh says that the person may not write. */
export const mayNotWrite = (access: RepositoryAccess | undefined): boolean =>
  access !== undefined && access.isCurrent && ['none', 'read', 'triage'].includes(access.permission ?? 'unknown');
