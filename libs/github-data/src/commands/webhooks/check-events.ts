import { CheckSuitePayload, StatusPayload } from '../../reading/check-events.js';
import { askWhenQuiet, isWatched } from '../checks/ask-for-checks.js';
import { type Applies, ignored, PROCESSED, readPayload } from './delivered.js';

const ACTIONS = ['completed', 'requested', 'rerequested'];

/** The event says little and comes often; what all checks add up to is read once they are quiet. */
export const checkSuite: Applies = async (tx, { organizationId, payload, action }) => {
  const { check_suite: suite, repository } = readPayload(CheckSuitePayload, payload);
  if (!ACTIONS.includes(action ?? '')) return ignored('unhandled_event');
  const commit = { organizationId, repositoryId: repository.id, headSha: suite.head_sha };
  if (!(await isWatched(tx, commit))) return ignored('not_watched');
  askWhenQuiet(tx, commit);
  return PROCESSED;
};

export const status: Applies = async (tx, { organizationId, payload }) => {
  const { sha: headSha, repository } = readPayload(StatusPayload, payload);
  const commit = { organizationId, repositoryId: repository.id, headSha };
  if (!(await isWatched(tx, commit))) return ignored('not_watched');
  askWhenQuiet(tx, commit);
  return PROCESSED;
};
