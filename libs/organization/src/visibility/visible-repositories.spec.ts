import type { RepositoryAccess } from '@foundry/github-data/contracts';
import type { Delta } from '@foundry/messaging/contracts';
import { describe, expect, it } from '@jest/globals';
import { visiblePart } from '../realtime/visible-part.js';
import { mayNotWrite, VisibleRepositories } from './visible-repositories.js';

const access = (
  repositoryId: string,
  permission: RepositoryAccess['permission'],
  over: Partial<RepositoryAccess> = {},
): RepositoryAccess => ({ repositoryId, permission, isPrivate: true, isCurrent: true, ...over });

const ALL = [
  access('1', 'read'),
  access('2', 'none'),
  access('3', null),
  access('4', null, { isPrivate: false }),
  access('5', 'write', { isCurrent: false }),
];

describe('whose tasks a person sees', () => {
  it('are of public repositories and of those that GitHub lets them read', () => {
    expect(VisibleRepositories.of('member', 'repository', ALL).ids).toEqual(['1', '4', '5']);
    expect(VisibleRepositories.of('admin', 'repository', []).sees('1')).toBe(false);
  });

  it('are all for GitHub’s owners, and where the organization decided so', () => {
    expect(VisibleRepositories.of('owner', 'repository', []).sees('9')).toBe(true);
    expect(VisibleRepositories.of('viewer', 'organization', []).all).toBe(true);
  });
});

describe('whether somebody may not write', () => {
  it('is known only from what is fresh', () => {
    expect(mayNotWrite(access('1', 'read'))).toBe(true);
    expect(mayNotWrite(access('1', 'none', { isPrivate: false }))).toBe(true);
    expect(mayNotWrite(access('1', 'write'))).toBe(false);
    expect(mayNotWrite(access('1', 'read', { isCurrent: false }))).toBe(false);
    expect(mayNotWrite(access('1', null))).toBe(false);
    expect(mayNotWrite(undefined)).toBe(false);
  });
});

describe('a frame of tasks', () => {
  const visible = VisibleRepositories.of('member', 'repository', ALL);
  const delta = (type: string, ...repositories: string[]): Delta => ({
    topic: 'organization:7',
    version: 3,
    type,
    data: { tasks: repositories.map((repositoryId) => ({ id: repositoryId, repositoryId })) },
  });

  it.each(['tasks', 'tasksRemoved'])('of type %s is whole, in part, or hidden', (type) => {
    expect(visiblePart(delta(type, '1', '4'), visible)).toEqual(delta(type, '1', '4'));
    expect(visiblePart(delta(type, '1', '2'), visible)).toEqual(delta(type, '1'));
    expect(visiblePart(delta(type, '2', '99'), visible)).toBeNull();
    expect(visiblePart(delta(type, '2'), VisibleRepositories.every)).toEqual(delta(type, '2'));
    expect(visiblePart(delta(type, '4'), null)).toBeNull();
  });

  it('of repositories has those that the viewer may know, and those that are public', () => {
    const row = (repositoryId: string, over: object = {}) => ({
      ...{ repositoryId, fullName: `acme/${repositoryId}`, private: true, state: 'available' },
      ...over,
    });
    const told = (...repositories: object[]): Delta => ({ ...delta('repositories'), data: { repositories } });
    const open = row('98', { private: false });
    expect(visiblePart(told(row('1'), row('2'), open), visible)).toEqual(told(row('1'), open));
    expect(visiblePart(told(row('2'), row('99', { private: false, state: 'removed' })), visible)).toBeNull();
    expect(visiblePart(told(row('2')), VisibleRepositories.every)).toEqual(told(row('2')));
    expect(visiblePart(told(open), null)).toBeNull();
  });

  it('is the only kind that is hidden', () => {
    expect(visiblePart({ ...delta('member'), data: { userId: '2' } }, null)).not.toBeNull();
  });
});
