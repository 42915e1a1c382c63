import { describe, expect, it } from '@jest/globals';
import { actOf, actorWords, lengthOf, stateWords } from './message-words.js';

describe('the words of the inspector', () => {
  it('says what a command does', () => {
    expect(actOf('organization.grantRole')).toBe('Grant role');
    expect(actOf('sandbox.create')).toBe('Create');
  });

  it('says how it stands, or how it ended', () => {
    expect(stateWords('started', null)).toBe('Running');
    expect(stateWords('settled', 'rejected')).toBe('Refused');
    expect(stateWords('something newer', null)).toBe('something newer');
  });

  it('says who asked', () => {
    expect(actorWords({ kind: 'user', userId: '42', via: 'session' }, undefined)).toBe('person 42');
    expect(actorWords({ kind: 'system', module: 'task' }, undefined)).toBe('Foundry');
    expect(actorWords({ kind: 'system', module: 'task', onBehalfOf: '42' }, undefined)).toBe('Foundry, for person 42');
  });

  it.each([
    [8, '8 ms'],
    [1_440, '1.4 s'],
    [180_000, '3 min'],
    [5_400_000, '1.5 h'],
  ])('%d milliseconds are %s', (ms, words) => {
    expect(lengthOf(ms)).toBe(words);
  });
});
