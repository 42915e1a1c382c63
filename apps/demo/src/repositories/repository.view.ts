import { accountView, nodeId, simpleUser } from '../accounts/account.view.js';
import type { Repository } from '../state/records.js';
import type { World } from '../state/world.js';

// prettier-ignore
const plain = [
  'forks', 'hooks', 'events', 'tags', 'languages', 'stargazers', 'contributors', 'subscribers', 'subscription',
  'merges', 'downloads', 'deployments', 'teams',
] as const;

const templates = {
  keys: 'keys{/key_id}',
  collaborators: 'collaborators{/collaborator}',
  issue_events: 'issues/events{/number}',
  assignees: 'assignees{/user}',
  branches: 'branches{/branch}',
  blobs: 'git/blobs{/sha}',
  git_tags: 'git/tags{/sha}',
  git_refs: 'git/refs{/sha}',
  trees: 'git/trees{/sha}',
  statuses: 'statuses/{sha}',
  commits: 'commits{/sha}',
  git_commits: 'git/commits{/sha}',
  comments: 'comments{/number}',
  issue_comment: 'issues/comments{/number}',
  contents: 'contents/{+path}',
  compare: 'compare/{base}...{head}',
  archive: '{archive_format}{/ref}',
  issues: 'issues{/number}',
  pulls: 'pulls{/number}',
  milestones: 'milestones{/number}',
  notifications: 'notifications{?since,all,participating}',
  labels: 'labels{/name}',
  releases: 'releases{/id}',
} as const;

export function repositoryUrl(world: World, repository: Repository): string {
  return `${world.addresses.api}/repos/${world.fullName(repository)}`;
}

function links(url: string): Record<string, string> {
  const paths: [string, string][] = [
    ...plain.map((name): [string, string] => [name, name]),
    ...Object.entries(templates),
  ];
  return Object.fromEntries(paths.map(([name, path]) => [`${name}_url`, `${url}/${path}`]));
}

/** The few fields of a repository inside an installation event. */
export function repositoryStub(world: World, repository: Repository) {
  const { id, name } = repository;
  return {
    id,
    node_id: nodeId('Repository', id),
    name,
    full_name: world.fullName(repository),
    private: repository.private,
  };
}

type View = ReturnType<typeof makeView>;
const made = new WeakMap<World, { revision: number; views: Map<number, View> }>();

/**
 * GitHub's `repository`: the form inside lists, pull requests and events. A page of 100 pull requests holds it 200
 * times, so it is made once for each repository and kept until something changes; nobody may write into it.
 */
export function repositoryView(world: World, repository: Repository): Readonly<View> {
  const kept = made.get(world);
  const views = kept?.revision === world.revision ? kept.views : new Map<number, View>();
  if (kept?.revision !== world.revision) made.set(world, { revision: world.revision, views });
  const view = views.get(repository.id) ?? makeView(world, repository);
  views.set(repository.id, view);
  return view;
}

function makeView(world: World, repository: Repository) {
  const url = repositoryUrl(world, repository);
  const html = `${world.addresses.web}/${world.fullName(repository)}`;
  const host = new URL(world.addresses.web).host;
  const open = world.openPulls(repository.id).length;
  const forks = world.forksOf(repository.id);
  return {
    ...repositoryStub(world, repository),
    owner: accountView(world, world.account(repository.ownerId)),
    html_url: html,
    description: repository.description,
    fork: repository.parentId !== null,
    url,
    ...links(url),
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    pushed_at: repository.pushedAt,
    git_url: `git://${host}/${world.fullName(repository)}.git`,
    ssh_url: `git@${host}:${world.fullName(repository)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    size: 128,
    stargazers_count: 0,
    watchers_count: 0,
    language: repository.language,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    forks_count: forks,
    mirror_url: null,
    archived: repository.archived,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.private ? 'private' : 'public',
    forks,
    open_issues: open,
    watchers: 0,
    default_branch: repository.defaultBranch,
    ...(world.organizations.has(repository.ownerId) ? { custom_properties: {} } : {}),
  };
}

export function repositoryWithRights(world: World, repository: Repository, permissions: Record<string, boolean>) {
  return { ...repositoryView(world, repository), permissions };
}

/** GitHub's `full-repository`, as `GET /repos/{owner}/{repo}` answers. */
export function fullRepository(world: World, repository: Repository, permissions: Record<string, boolean>) {
  const parent = repository.parentId === null ? undefined : world.repositories.get(repository.parentId);
  const seen = parent && repositoryView(world, parent);
  return {
    ...repositoryWithRights(world, repository, permissions),
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_rebase_merge: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    allow_update_branch: true,
    network_count: 0,
    subscribers_count: 0,
    ...(world.organizations.has(repository.ownerId) ? { organization: simpleUser(world, repository.ownerId) } : {}),
    ...(seen ? { parent: seen, source: seen } : {}),
  };
}
