import { describe, expect, it } from '@jest/globals';
import { judge, type KnownPullRequest } from './applying.js';

const NOON = '2030-01-01T12:00:00.000Z';
const LATER = '2030-01-01T12:00:01.000Z';
const known = (over: Partial<KnownPullRequest> = {}): KnownPullRequest => ({
  githubUpdatedAt: new Date(NOON),
  contentHash: 'a',
  presumed: false,
  ...over,
});
const at = (githubUpdatedAt: string, contentHash: string) => ({ githubUpdatedAt, contentHash });

describe('a pull request as GitHub showed it', () => {
  it('is stored when it is new here', () => expect(judge(null, at(NOON, 'a'), false)).toBe('store'));
  it('is stored when it is newer', () => expect(judge(known(), at(LATER, 'a'), false)).toBe('store'));
  it('is skipped when it is older', () =>
    expect(judge(known({ githubUpdatedAt: new Date(LATER) }), at(NOON, 'b'), true)).toBe('skip'));
  it('is skipped when nothing differs', () => expect(judge(known(), at(NOON, 'a'), false)).toBe('skip'));
  it('makes us ask when two states are of one second', () => expect(judge(known(), at(NOON, 'b'), false)).toBe('ask'));
  it('wins when it is the answer to that', () => expect(judge(known(), at(NOON, 'b'), true)).toBe('store'));
  it.each(['a', 'b'])('replaces an end that was only presumed (%s)', (hash) =>
    expect(judge(known({ presumed: true }), at(NOON, hash), false)).toBe('store'),
  );
});
