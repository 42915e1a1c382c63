import { describe, expect, it } from '@jest/globals';
import { demonstrationSandboxes } from './demonstration-sandboxes.js';
import { welcome } from './welcome.js';

describe('sandboxes of the demonstration', () => {
  it('are isolated where this machine can', () => {
    expect(demonstrationSandboxes({}, true)).toEqual({
      environment: { SANDBOX_STARTS_WITH: 'local', SANDBOX_LOCAL_UNISOLATED: '0' },
      agents: 'isolated',
    });
  });

  it('run without isolation where it cannot, and the welcome says so plainly', () => {
    const { environment, agents } = demonstrationSandboxes({ SANDBOX_LOCAL_UNISOLATED: '' }, false);
    expect(environment).toMatchObject({ SANDBOX_LOCAL_UNISOLATED: '1' });
    const said = { url: 'http://localhost:3000', dataDir: '.foundry', embedded: true, setupLink: null };
    expect(welcome({ ...said, demonstration: 'http://localhost:4010', agents })).toContain(
      'Agents run without isolation, as your user',
    );
    expect(welcome({ ...said, demonstration: null, agents: null })).not.toContain('isolation');
  });

  it('are what the environment says, if it says anything', () => {
    expect(demonstrationSandboxes({ SANDBOX_LOCAL_UNISOLATED: '0' }, false)).toMatchObject({
      environment: { SANDBOX_LOCAL_UNISOLATED: '0' },
      agents: null,
    });
    expect(demonstrationSandboxes({ SANDBOX_PROVIDERS: 'docker' }, false)).toEqual({ environment: {}, agents: null });
    expect(demonstrationSandboxes({ SANDBOX_PROVIDERS: 'e2b, local', SANDBOX_STARTS_WITH: 'e2b' }, true)).toMatchObject(
      {
        environment: { SANDBOX_STARTS_WITH: 'e2b' },
      },
    );
  });
});
