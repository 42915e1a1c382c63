import { nodeId, simpleUser } from '../accounts/account.view.js';
import { installationView } from '../app/app.view.js';
import type { Github } from '../github.js';
import type { Repository } from '../state/records.js';
import { repositoryStub, repositoryView } from './repository.view.js';

/** The life of a repository. Every act tells the Apps that see it. */
export type NewRepository = Pick<Repository, 'ownerId' | 'name'> &
  Partial<Pick<Repository, 'description' | 'language' | 'private' | 'parentId' | 'defaultBranch' | 'drawn'>>;

/** A row for a repository that is not stored yet. */
export function newRepository({ world, clock }: Github, fields: NewRepository): Repository {
  const now = clock.text();
  return {
    description: null,
    language: null,
    private: true,
    parentId: null,
    defaultBranch: 'main',
    drawn: null,
    ...fields,
    id: world.newId(),
    formerNames: [],
    archived: false,
    protections: {},
    lastNumber: 0,
    createdAt: now,
    updatedAt: now,
    pushedAt: now,
  };
}

export function createRepository(github: Github, fields: NewRepository, byId: number): Repository {
  const { world, announcer } = github;
  const repository = newRepository(github, fields);
  world.placeRepository(repository);
  world.touch();
  announcer.aboutRepository('repository', repository, byId, { action: 'created' });
  for (const installation of world.installationsSeeing(repository)) {
    announcer.aboutInstallation('installation_repositories', installation, byId, {
      action: 'added',
      installation: installationView(world, installation),
      repository_selection: installation.selection,
      repositories_added: [repositoryStub(world, repository)],
      repositories_removed: [],
      requester: null,
    });
  }
  return repository;
}

/** Deletes a repository. Pull requests from it keep their branch name and lose the repository. */
export async function deleteRepository({ world, git, announcer }: Github, repository: Repository, byId: number) {
  announcer.aboutRepository('repository', repository, byId, { action: 'deleted' });
  world.dropRepository(repository.id);
  for (const pull of world.allPulls()) {
    if (pull.head.repositoryId === repository.id) pull.head.repositoryId = null;
  }
  for (const installation of world.installations.values()) {
    installation.repositoryIds = installation.repositoryIds.filter((id) => id !== repository.id);
  }
  world.touch();
  await git.remove(repository.id);
}

export function setArchived(
  { world, clock, announcer }: Github,
  repository: Repository,
  archived: boolean,
  byId: number,
) {
  repository.archived = archived;
  repository.updatedAt = clock.text();
  world.touch();
  announcer.aboutRepository('repository', repository, byId, { action: archived ? 'archived' : 'unarchived' });
}

export function setPrivate({ world, clock, announcer }: Github, repository: Repository, hidden: boolean, byId: number) {
  repository.private = hidden;
  repository.updatedAt = clock.text();
  world.touch();
  announcer.aboutRepository('repository', repository, byId, { action: hidden ? 'privatized' : 'publicized' });
  if (!hidden) announcer.aboutRepository('public', repository, byId, {});
}

export function renameRepository(
  { world, clock, announcer }: Github,
  repository: Repository,
  name: string,
  byId: number,
) {
  const from = repository.name;
  repository.formerNames.push(world.fullName(repository));
  repository.name = name;
  repository.updatedAt = clock.text();
  world.placeRepository(repository);
  world.touch();
  announcer.aboutRepository('repository', repository, byId, {
    action: 'renamed',
    changes: { repository: { name: { from } } },
  });
}

/** Changes what a repository is described as, or its default branch. */
export function editRepository(
  { world, clock, announcer }: Github,
  repository: Repository,
  edit: { description?: string | null; defaultBranch?: string },
  byId: number,
): void {
  const before = { description: repository.description, default_branch: repository.defaultBranch };
  repository.description = edit.description ?? repository.description;
  repository.defaultBranch = edit.defaultBranch ?? repository.defaultBranch;
  repository.updatedAt = clock.text();
  world.touch();
  const changes = {
    ...(edit.description === undefined ? {} : { description: { from: before.description } }),
    ...(edit.defaultBranch === undefined ? {} : { default_branch: { from: before.default_branch } }),
  };
  announcer.aboutRepository('repository', repository, byId, { action: 'edited', changes });
}

/** Gives a repository to another account. Its old and new Apps learn it, each by what it can see. */
export function transferRepository(github: Github, repository: Repository, toId: number, byId: number): void {
  const { world, announcer } = github;
  const from = world.account(repository.ownerId);
  const before = world.installationsSeeing(repository);
  repository.formerNames.push(world.fullName(repository));
  repository.ownerId = toId;
  world.placeRepository(repository);
  world.touch();
  const owner = simpleUser(world, from.record.id);
  const changes = { owner: { from: from.kind === 'User' ? { user: owner } : { organization: owner } } };
  announcer.aboutRepository('repository', repository, byId, { action: 'transferred', changes });
  for (const installation of before) {
    if (installation.suspendedAt || !installation.events.includes('repository')) continue;
    announcer.aboutInstallation('repository', installation, byId, {
      action: 'transferred',
      changes,
      repository: repositoryView(world, repository),
      installation: { id: installation.id, node_id: nodeId('Installation', installation.id) },
    });
  }
}
