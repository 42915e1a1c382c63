import { describe, expect, it } from '@jest/globals';
import { bodyOf, missingOf, NO_FIELDS } from './new-task-fields.js';
import { draftOf, fieldsOf } from './new-task-draft.js';

const repository = { id: '7', name: 'acme/web', defaultBranch: 'main' };
const ids = { taskId: 't', messageId: 'm', sessionId: 's' };
const filled = { ...NO_FIELDS, prompt: 'Greet people', repository };

describe('the form of a new task', () => {
  it('needs a prompt and a repository', () => {
    expect(Object.keys(missingOf(NO_FIELDS))).toEqual(['prompt', 'repository']);
    expect(missingOf(filled)).toEqual({});
  });

  it('needs the branch or pull request that it says to work on', () => {
    expect(Object.keys(missingOf({ ...filled, workOn: 'existing' }))).toEqual(['existing']);
    expect(Object.keys(missingOf({ ...filled, workOn: 'pull_request' }))).toEqual(['pullRequest']);
  });

  it('takes 64,000 characters and no more', () => {
    expect(missingOf({ ...filled, prompt: 'a'.repeat(64_000) })).toEqual({});
    expect(missingOf({ ...filled, prompt: 'a'.repeat(64_001) }).prompt).toContain('64001');
  });

  it.each([
    [{}, { new: null }],
    [
      { branch: 'greet', base: 'next' },
      { new: 'greet', base: 'next' },
    ],
    [{ workOn: 'existing' as const, existing: ' old ', branch: 'greet' }, { existing: 'old' }],
    [{ workOn: 'pull_request' as const, pullRequest: 7, base: 'next' }, { pullRequest: 7 }],
  ])('sends %j as the branch %j', (change, branch) => {
    expect(bodyOf({ ...filled, ...change }, '7', ids).branch).toEqual(branch);
  });

  it('sends only what was chosen', () => {
    expect(bodyOf(filled, '7', ids)).toEqual({
      taskId: 't',
      repositoryId: '7',
      branch: { new: null },
      firstMessage: { messageId: 'm', sessionId: 's', text: 'Greet people', attachments: [] },
    });
  });

  it('comes back from its draft as it was', () => {
    const fields = { ...filled, workOn: 'pull_request' as const, pullRequest: 7, title: 'Greet', provider: 'docker' };
    expect(fieldsOf(draftOf(fields))).toEqual(fields);
  });
});
