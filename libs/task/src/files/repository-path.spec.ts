import { describe, expect, it } from '@jest/globals';
import { repositoryPath } from './repository-path.js';

describe('a path of the repository', () => {
  it.each(['', 'README.md', 'a b"ü.txt', 'src/-x', '$(touch x)', '.env', ':(top)x', '..a/b'])('may be %s', (path) => {
    expect(repositoryPath(path)).toBe(path);
  });

  it.each(['/etc/passwd', '../x', 'a/../../x', './a', 'a//b', 'a/', '..', 'a\0b'])('may not be %j', (path) => {
    expect(() => repositoryPath(path)).toThrow(expect.objectContaining({ code: 'file.path_invalid' }));
  });
});
