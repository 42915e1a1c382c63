import { describe, expect, it } from '@jest/globals';
import { classifyPush } from './classify-push.js';

const line = (summary: string) => `To https://github.com/acme/web.git\n!\tHEAD:refs/heads/work\t${summary}\nDone\n`;

describe('a push that did not arrive', () => {
  it.each([
    ['[rejected] (fetch first)', 'error: failed to push some refs', 'push.non_fast_forward'],
    ['[rejected] (non-fast-forward)', '', 'push.non_fast_forward'],
    ['[rejected] (stale info)', '', 'push.non_fast_forward'],
    [
      '[remote rejected] (protected branch hook declined)',
      'remote: error: GH006: Protected branch update failed for refs/heads/work.',
      'push.protected_branch',
    ],
    [
      '[remote rejected] (push declined due to repository rule violations)',
      'remote: error: GH013: Repository rule violations found for refs/heads/work.',
      'push.protected_branch',
    ],
    [
      '[remote rejected] (refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml` without `workflows` permission)',
      '',
      'push.workflow_refused',
    ],
    ['[remote rejected] (pre-receive hook declined)', 'remote: No pushes on Fridays.', 'push.denied'],
  ])('%s', (summary, stderr, code) => {
    expect(classifyPush({ stdout: line(summary), stderr })?.code).toBe(code);
  });

  it('is shown with the words of the remote, without its marks', () => {
    const stderr = 'remote: error: GH006: Protected branch update failed.\nremote: error: 1 review is required.\n';
    const refusal = classifyPush({ stdout: line('[remote rejected] (protected branch hook declined)'), stderr });
    expect(refusal?.reason).toContain('1 review is required.');
    expect(refusal?.reason).not.toContain('remote:');
  });

  it('is denied when GitHub does not let the person in, and nobody’s fault when it cannot be reached', () => {
    const denied = 'remote: Permission to acme/web.git denied to ana.\nfatal: … The requested URL returned error: 403';
    expect(classifyPush({ stdout: '', stderr: denied })?.code).toBe('push.denied');
    expect(classifyPush({ stdout: '', stderr: 'fatal: Could not resolve host: github.com' })).toBeNull();
  });
});
