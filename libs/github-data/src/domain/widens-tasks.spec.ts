import { describe, expect, it } from '@jest/globals';
import { widensTasks } from './widens-tasks.js';

const rules = (pullRequestTasks: 'all' | 'same_repository' | 'none', ...excludeAuthors: string[]) => ({
  pullRequestTasks,
  excludeAuthors,
});

describe('settings that let more pull requests appear as tasks', () => {
  it.each([
    ['forks as well', rules('same_repository'), rules('all'), true],
    ['any at all', rules('none'), rules('same_repository'), true],
    ['those of an author who was left out', rules('all', 'bot', 'cat'), rules('all', 'BOT'), true],
    ['fewer', rules('all'), rules('same_repository'), false],
    ['the same, with an author less', rules('all'), rules('all', 'bot'), false],
    ['none, whoever the authors are', rules('all', 'bot'), rules('none'), false],
    ['the same author, written in another way', rules('all', 'Bot'), rules('all', 'bot'), false],
  ])('%s', (_case, before, after, widens) => {
    expect(widensTasks(before, after)).toBe(widens);
  });
});
