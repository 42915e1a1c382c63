/** Pages of an organization and of oneself, by who may go there. */
export const ORGANIZATION_PLACES = [
  { to: '/o/$organizationId/settings/general', name: 'Settings', isForAdmins: false },
  { to: '/o/$organizationId/settings/github', name: 'GitHub and sync', isForAdmins: false },
  { to: '/o/$organizationId/settings/members', name: 'Members', isForAdmins: false },
  { to: '/o/$organizationId/inspector', name: 'Inspector', isForAdmins: false },
  { to: '/o/$organizationId/audit', name: 'Audit log', isForAdmins: true },
] as const;

export const ACCOUNT_PLACES = [
  { to: '/account/profile', name: 'Account' },
  { to: '/account/appearance', name: 'Appearance' },
  { to: '/account/notifications', name: 'Notifications' },
  { to: '/account/tokens', name: 'API tokens' },
] as const;
