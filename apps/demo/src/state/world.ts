import type { Addresses } from './addresses.js';
import type { App, Code, Conversion, Delivery, Installation, Token } from './app-records.js';
import type { CheckRun, Collaborator, Comment, Membership, Organization, Pull, Repository } from './records.js';
import type { Review, Status, User } from './records.js';

/** An account that owns repositories: a person or an organization. Both draw ids from one sequence. */
export type Account = { kind: 'User'; record: User } | { kind: 'Organization'; record: Organization };

/**
 * Everything the stand-in knows except what is in git. Rows are looked up here and changed by the acts in the
 * folders of their area; whoever changes a row calls `touch`, so that it is saved.
 */
export class World {
  nextId = 1000;
  seeded: string | null = null;
  readonly users = new Map<number, User>();
  readonly organizations = new Map<number, Organization>();
  memberships: Membership[] = [];
  readonly repositories = new Map<number, Repository>();
  collaborators: Collaborator[] = [];
  readonly apps = new Map<number, App>();
  readonly installations = new Map<number, Installation>();
  readonly tokens = new Map<string, Token>();
  readonly codes = new Map<string, Code>();
  readonly conversions = new Map<string, Conversion>();
  reviews: Review[] = [];
  comments: Comment[] = [];
  statuses: Status[] = [];
  checkRuns: CheckRun[] = [];
  deliveries: Delivery[] = [];
  private readonly pullsByRepository = new Map<number, Map<number, Pull>>();
  private readonly byFullName = new Map<string, number>();
  private readonly idsByOwner = new Map<number, Set<number>>();
  private readonly forkCounts = new Map<number, number>();
  private changed: () => void = () => undefined;

  constructor(readonly addresses: Addresses) {}

  /** Calls `listener` after every change. */
  onChange(listener: () => void): void {
    this.changed = listener;
  }

  /** Counts changes, so that what was made from rows can be kept until the next one. */
  revision = 0;

  touch(): void {
    this.revision += 1;
    this.changed();
  }

  newId(): number {
    this.nextId += 1;
    return this.nextId;
  }

  account(id: number): Account {
    const user = this.users.get(id);
    if (user) return { kind: 'User', record: user };
    const organization = this.organizations.get(id);
    if (organization) return { kind: 'Organization', record: organization };
    throw new Error(`No account ${id}`);
  }

  user(id: number): User {
    const user = this.users.get(id);
    if (!user) throw new Error(`No user ${id}`);
    return user;
  }

  /** Finds a person by login, in any letter case. */
  userByLogin(login: string): User | undefined {
    return [...this.users.values()].find((user) => user.login.toLowerCase() === login.toLowerCase());
  }

  organizationByLogin(login: string): Organization | undefined {
    return [...this.organizations.values()].find(({ login: own }) => own.toLowerCase() === login.toLowerCase());
  }

  accountByLogin(login: string): Account | undefined {
    const record = this.userByLogin(login) ?? this.organizationByLogin(login);
    return record && this.account(record.id);
  }

  membership(organizationId: number, userId: number): Membership | undefined {
    return this.memberships.find((row) => row.organizationId === organizationId && row.userId === userId);
  }

  fullName(repository: Repository): string {
    return `${this.account(repository.ownerId).record.login}/${repository.name}`;
  }

  /** Stores a repository, or stores it again after its name or owner changed. */
  placeRepository(repository: Repository): void {
    this.repositories.set(repository.id, repository);
    this.reindex();
  }

  /** Stores many at once; the index is made once. */
  placeRepositories(repositories: readonly Repository[]): void {
    for (const repository of repositories) this.repositories.set(repository.id, repository);
    this.reindex();
  }

  dropRepository(id: number): void {
    this.repositories.delete(id);
    this.pullsByRepository.delete(id);
    this.reindex();
  }

  /** Makes the index of names again; also needed when an account was renamed. */
  reindex(): void {
    this.byFullName.clear();
    this.idsByOwner.clear();
    this.forkCounts.clear();
    for (const repository of this.repositories.values()) {
      for (const former of repository.formerNames) this.byFullName.set(former.toLowerCase(), repository.id);
    }
    for (const repository of this.repositories.values()) {
      this.byFullName.set(this.fullName(repository).toLowerCase(), repository.id);
      const owned = this.idsByOwner.get(repository.ownerId) ?? new Set();
      this.idsByOwner.set(repository.ownerId, owned.add(repository.id));
      const { parentId } = repository;
      if (parentId !== null) this.forkCounts.set(parentId, this.forksOf(parentId) + 1);
    }
  }

  repository(id: number): Repository {
    const repository = this.repositories.get(id);
    if (!repository) throw new Error(`No repository ${id}`);
    return repository;
  }

  /** Finds a repository by its present or a former full name, in any letter case. */
  repositoryNamed(fullName: string): Repository | undefined {
    const id = this.byFullName.get(fullName.toLowerCase());
    return id === undefined ? undefined : this.repositories.get(id);
  }

  /** Repositories of an account, oldest first. */
  repositoriesOf(ownerId: number): Repository[] {
    return [...(this.idsByOwner.get(ownerId) ?? [])].map((id) => this.repository(id));
  }

  forksOf(repositoryId: number): number {
    return this.forkCounts.get(repositoryId) ?? 0;
  }

  placePull(pull: Pull): void {
    const pulls = this.pullsByRepository.get(pull.repositoryId) ?? new Map<number, Pull>();
    this.pullsByRepository.set(pull.repositoryId, pulls.set(pull.number, pull));
  }

  /** Pull requests of a repository, oldest first. */
  pullsOf(repositoryId: number): Pull[] {
    return [...(this.pullsByRepository.get(repositoryId)?.values() ?? [])];
  }

  pull(repositoryId: number, number: number): Pull | undefined {
    return this.pullsByRepository.get(repositoryId)?.get(number);
  }

  allPulls(): Pull[] {
    return [...this.pullsByRepository.values()].flatMap((pulls) => [...pulls.values()]);
  }

  openPulls(repositoryId: number): Pull[] {
    return this.pullsOf(repositoryId).filter((pull) => pull.state === 'open');
  }

  appByClientId(clientId: string): App | undefined {
    return [...this.apps.values()].find((app) => app.clientId === clientId);
  }

  app(id: number): App {
    const app = this.apps.get(id);
    if (!app) throw new Error(`No App ${id}`);
    return app;
  }

  installationOf(appId: number, accountId: number): Installation | undefined {
    return [...this.installations.values()].find((row) => row.appId === appId && row.accountId === accountId);
  }

  /** Repositories that an installation reaches. */
  installedRepositories(installation: Installation): Repository[] {
    const owned = this.repositoriesOf(installation.accountId);
    return installation.selection === 'all' ? owned : owned.filter(({ id }) => installation.repositoryIds.includes(id));
  }

  /** Installations, of any App, that reach a repository. */
  installationsSeeing(repository: Repository): Installation[] {
    return [...this.installations.values()].filter(
      (row) =>
        row.accountId === repository.ownerId && (row.selection === 'all' || row.repositoryIds.includes(repository.id)),
    );
  }
}
