import { nodeId, simpleUser } from '../accounts/account.view.js';
import { repositoryUrl } from '../repositories/repository.view.js';
import type { CheckRun, Repository, Status } from '../state/records.js';
import type { World } from '../state/world.js';

/** The App that stands for continuous integration; it is nobody's and asks for nothing. */
function ciApp(world: World, ownerId: number) {
  return {
    id: 15368,
    slug: 'builds',
    client_id: 'Iv1.builds',
    node_id: nodeId('App', 15368),
    owner: simpleUser(world, ownerId),
    name: 'Builds',
    description: 'Builds and tests',
    external_url: world.addresses.web,
    html_url: `${world.addresses.web}/apps/builds`,
    created_at: '2024-01-01T00:00:00Z',
    updated_at: '2024-01-01T00:00:00Z',
    permissions: { checks: 'write', metadata: 'read' },
    events: [],
  };
}

export function checkRunView(world: World, run: CheckRun) {
  const repository = world.repository(run.repositoryId);
  const api = repositoryUrl(world, repository);
  const html = `${world.addresses.web}/${world.fullName(repository)}/runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CheckRun', run.id),
    head_sha: run.sha,
    external_id: '',
    url: `${api}/check-runs/${run.id}`,
    html_url: html,
    details_url: html,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: null,
      summary: null,
      text: null,
      annotations_count: 0,
      annotations_url: `${api}/check-runs/${run.id}/annotations`,
    },
    check_suite: { id: run.suiteId },
    app: ciApp(world, repository.ownerId),
    pull_requests: [],
  };
}

export interface Suite {
  readonly id: number;
  readonly runs: readonly CheckRun[];
  readonly branch: string;
  readonly sha: string;
}

/** The check suites of a commit: its runs in groups. */
export function suitesOf(world: World, repositoryId: number, sha: string): Suite[] {
  const runs = world.checkRuns.filter((run) => run.repositoryId === repositoryId && run.sha === sha);
  return [...new Set(runs.map(({ suiteId }) => suiteId))].map((id) => {
    const group = runs.filter(({ suiteId }) => suiteId === id);
    return { id, runs: group, branch: group[0]?.branch ?? '', sha };
  });
}

/** Status and conclusion of a suite: it is done when all runs are, and fails when one does. */
export function suiteState({ runs }: Suite) {
  const open = runs.some(({ status }) => status !== 'completed');
  if (open) return { status: 'in_progress', conclusion: null };
  const bad = runs.find(
    ({ conclusion }) => conclusion !== 'success' && conclusion !== 'skipped' && conclusion !== 'neutral',
  );
  return { status: 'completed', conclusion: bad ? bad.conclusion : 'success' };
}

/** GitHub's `check-suite`, with the commit as far as it is told here. */
export function suiteView(world: World, repository: Repository, suite: Suite, headCommit: Record<string, unknown>) {
  const url = `${repositoryUrl(world, repository)}/check-suites/${suite.id}`;
  const times = suite.runs.map(({ startedAt }) => startedAt).sort();
  return {
    id: suite.id,
    node_id: nodeId('CheckSuite', suite.id),
    head_branch: suite.branch,
    head_sha: suite.sha,
    ...suiteState(suite),
    url,
    before: '0'.repeat(40),
    after: suite.sha,
    pull_requests: [],
    app: ciApp(world, repository.ownerId),
    created_at: times[0] ?? repository.createdAt,
    updated_at: times.at(-1) ?? repository.createdAt,
    rerequestable: true,
    runs_rerequestable: false,
    latest_check_runs_count: suite.runs.length,
    check_runs_url: `${url}/check-runs`,
    head_commit: headCommit,
  };
}

export function statusView(world: World, status: Status) {
  const repository = world.repository(status.repositoryId);
  return {
    url: `${repositoryUrl(world, repository)}/statuses/${status.sha}`,
    avatar_url: simpleUser(world, status.creatorId).avatar_url,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: null,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}

/** The newest status of each context, and what they come to together. */
export function combined(world: World, repositoryId: number, sha: string): { state: string; statuses: Status[] } {
  const rows = world.statuses.filter((row) => row.repositoryId === repositoryId && row.sha === sha);
  const statuses = [...new Map(rows.map((row) => [row.context, row])).values()];
  const states = statuses.map(({ state }) => state);
  if (states.some((state) => state === 'failure' || state === 'error')) return { state: 'failure', statuses };
  const done = states.length > 0 && states.every((state) => state === 'success');
  return { state: done ? 'success' : 'pending', statuses };
}
