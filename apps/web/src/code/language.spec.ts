import { describe, expect, it } from '@jest/globals';
import { grammarOf } from './grammars.js';
import { languageOf, languageOfPath } from './language.js';

describe('a language', () => {
  it.each([
    ['src/app.ts', 'typescript'],
    ['src/app.d.mts', 'typescript'],
    ['Dockerfile', 'docker'],
    ['deploy/Makefile', 'make'],
    ['a/b.YML', 'yaml'],
    ['LICENSE', 'license'],
  ])('of %s is %s', (path, language) => {
    expect(languageOfPath(path)).toBe(language);
  });

  it.each(['ts', 'js', 'sh', 'console', 'py', 'tf', 'JSON', 'patch'])('called %s has colours', (name) => {
    expect(grammarOf(languageOf(name))).not.toBeNull();
  });

  it.each(['', 'text', 'constructor', 'toString'])('called %j has none', (name) => {
    expect(grammarOf(languageOf(name))).toBeNull();
  });
});
