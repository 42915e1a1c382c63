import { OrganizationPayload } from '../../reading/webhook.js';
import { applyInstallation } from '../apply-installation.js';
import { lowerAccess } from '../stale-access.js';
import { changeMembers } from '../store-members.js';
import { presentInstallation } from '../present-installation.js';
import { type Applies, ignored, PROCESSED, readPayload } from './delivered.js';
import { rename } from './installation-events.js';

/** Members come and go; the account is renamed or deleted. The hourly list of members decides what events leave open. */
export const organization: Applies = async (tx, delivered) => {
  const { organizationId, payload, action } = delivered;
  const { organization: account, membership } = readPayload(OrganizationPayload, payload);
  if (account.id !== organizationId) return ignored('another_account');
  if (action === 'renamed') return rename(tx, delivered, account.login);
  if (action === 'deleted') {
    const present = await presentInstallation(tx, organizationId);
    if (present) await applyInstallation(tx, { ...present, state: 'deleted' }, { at: tx.now, read: true });
    return PROCESSED;
  }
  const user = membership?.user;
  if (!user || (action !== 'member_added' && action !== 'member_removed')) return ignored('unhandled_event');
  const role = membership.role === 'admin' ? ('admin' as const) : ('member' as const);
  const { id: userId, login } = user;
  const githubRole = action === 'member_added' ? role : null;
  const member = { userId, login, name: null, avatarUrl: user.avatar_url ?? null, githubRole };
  await changeMembers(tx, organizationId, [member]);
  if (githubRole === null) await lowerAccess(tx, organizationId, userId, null);
  return PROCESSED;
};
