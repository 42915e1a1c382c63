import { repositoryFacts } from '../../reading/repository.js';
import { MemberPayload, RepositoryPayload, TeamPayload } from '../../reading/webhook.js';
import { removeRepositories } from '../end-rows.js';
import { lowerAccess, markStale } from '../stale-access.js';
import { storeRepositories } from '../store-repositories.js';
import { type Applies, ignored, PROCESSED, readPayload } from './delivered.js';
import { syncThese } from './installation-events.js';

export const repository: Applies = async (tx, { organizationId, payload, action, at }) => {
  const { repository: row } = readPayload(RepositoryPayload, payload);
  const ownedElsewhere = row.owner ? row.owner.id !== organizationId : false;
  if (action === 'deleted' || (action === 'transferred' && ownedElsewhere)) {
    await removeRepositories(tx, organizationId, [row.id]);
    return PROCESSED;
  }
  await storeRepositories(tx, organizationId, [repositoryFacts(row)], { observedAt: at, by: 'event' });
  if (action === 'created' || action === 'transferred') await syncThese(tx, organizationId, [row.id]);
  if (action === 'privatized' || action === 'publicized') await markStale(tx, organizationId, { repositoryId: row.id });
  return PROCESSED;
};

export const madePublic: Applies = async (tx, delivered) => {
  const { repository: row } = readPayload(RepositoryPayload, delivered.payload);
  await repository(tx, { ...delivered, action: 'publicized' });
  await markStale(tx, delivered.organizationId, { repositoryId: row.id });
  return PROCESSED;
};

/** A collaborator: asked again before the next use; taken away, it counts at once. */
export const collaborator: Applies = async (tx, { organizationId, payload, action }) => {
  const { member, repository: row } = readPayload(MemberPayload, payload);
  if (action === 'removed') await lowerAccess(tx, organizationId, member.id, row.id);
  else await markStale(tx, organizationId, { userId: member.id, repositoryId: row.id });
  return PROCESSED;
};

export const team: Applies = async (tx, { organizationId, payload, event }) => {
  const { member, repository: row } = readPayload(TeamPayload, payload);
  if (event === 'membership' && !member) return ignored('nobody_named');
  await markStale(tx, organizationId, { userId: member?.id, repositoryId: row?.id });
  return PROCESSED;
};
