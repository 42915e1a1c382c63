import { describe, expect, it } from '@jest/globals';
import { installationStatus, missingPermissions } from './installation-status.js';

const ALL = { contents: 'write', pull_requests: 'write', metadata: 'read' };

describe('an installation', () => {
  it('is connected with what tasks need', () =>
    expect(installationStatus({ state: 'active', permissions: ALL })).toBe('connected'));
  it('needs permissions when one is missing or too low', () => {
    expect(installationStatus({ state: 'active', permissions: { ...ALL, contents: 'read' } })).toBe(
      'needs_permissions',
    );
    expect(missingPermissions({ metadata: 'read' })).toEqual(['contents:write', 'pull_requests:write']);
  });
  it('is suspended before anything else, and not there when it was deleted', () => {
    expect(installationStatus({ state: 'suspended', permissions: {} })).toBe('suspended');
    expect(installationStatus({ state: 'deleted', permissions: ALL })).toBe('not_installed');
    expect(installationStatus(null)).toBe('not_installed');
  });
});
