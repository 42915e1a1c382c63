import type { InstallationFacts, InstallationStatus } from '../contracts/index.js';

/** What tasks cannot do without: clone, push a branch, open and merge pull requests. */
const NEEDED: Readonly<Record<string, 'read' | 'write'>> = {
  contents: 'write',
  pull_requests: 'write',
  metadata: 'read',
};

const LEVELS = ['none', 'read', 'write', 'admin'];
const level = (granted: string | undefined): number => LEVELS.indexOf(granted ?? 'none');

/** Permissions that an owner still has to grant, as `name:level`. */
export function missingPermissions(granted: Readonly<Record<string, string>>): string[] {
  return Object.entries(NEEDED)
    .filter(([name, needed]) => level(granted[name]) < level(needed))
    .map(([name, needed]) => `${name}:${needed}`);
}

/** What people are shown of an installation. */
export function installationStatus(facts: Pick<InstallationFacts, 'state' | 'permissions'> | null): InstallationStatus {
  if (facts === null || facts.state === 'deleted') return 'not_installed';
  if (facts.state === 'suspended') return 'suspended';
  return missingPermissions(facts.permissions).length > 0 ? 'needs_permissions' : 'connected';
}
