import type { Applies } from './delivered.js';
import { checkSuite, status } from './check-events.js';
import { created, deleted, push } from './branch-events.js';
import { authorization, installation, installationRepositories, installationTarget } from './installation-events.js';
import { organization } from './organization-events.js';
import { comment, pullRequest, review } from './pull-request-events.js';
import { collaborator, madePublic, repository, team } from './repository-events.js';

/** Which decision answers which event; every other event is recorded and ignored. */
export const APPLIED: Readonly<Record<string, Applies>> = {
  installation,
  installation_repositories: installationRepositories,
  installation_target: installationTarget,
  github_app_authorization: authorization,
  repository,
  public: madePublic,
  pull_request: pullRequest,
  pull_request_review: review,
  pull_request_review_comment: comment,
  issue_comment: comment,
  check_suite: checkSuite,
  status,
  push,
  create: created,
  delete: deleted,
  organization,
  member: collaborator,
  membership: team,
  team,
  team_add: team,
};

/** Events that concern an account before anything is known of it. */
export const WITHOUT_ACCOUNT: readonly string[] = [
  'installation',
  'installation_repositories',
  'github_app_authorization',
];
