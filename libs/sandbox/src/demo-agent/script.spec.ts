import { describe, expect, it } from '@jest/globals';
import { DIRECTIVES, scriptOf } from './script.js';

describe('the language of the demo agent', () => {
  it.each([
    ['write docs/a b.md: # Title\\ntext', { do: 'write', path: 'docs/a b.md', text: '# Title\ntext' }],
    ['append NOTES.md: one: two', { do: 'append', path: 'NOTES.md', text: 'one: two' }],
    ['write empty.txt:', { do: 'write', path: 'empty.txt', text: '' }],
    ['delete a b.txt', { do: 'delete', path: 'a b.txt' }],
    ['run npm test -- --watch=false | tail -3', { do: 'run', line: 'npm test -- --watch=false | tail -3' }],
    ['/run true', { do: 'run', line: 'true' }],
    ['  say **hello**  ', { do: 'say', text: '**hello**' }],
    ['ask Which one?', { do: 'ask', text: 'Which one?' }],
    ['commit Explain why', { do: 'commit', text: 'Explain why' }],
    ['slow 0.5', { do: 'slow', seconds: 0.5 }],
    ['burst 5000', { do: 'burst', count: 5_000 }],
    ['fail the model is overloaded', { do: 'fail', text: 'the model is overloaded' }],
    ['crash 7', { do: 'crash', code: 7 }],
    ['crash', { do: 'crash', code: 1 }],
    ['deaf', { do: 'deaf' }],
    ['tokens', { do: 'tokens' }],
  ])('reads "%s"', (line, step) => {
    expect(scriptOf(line)).toEqual([step]);
  });

  it.each([
    'Run the tests and write what you find',
    'writes a.txt: no',
    'write no text follows',
    'delete',
    'slow down, please',
    'burst -1',
    'deaf people',
    '',
  ])('takes "%s" for words', (message) => {
    expect(scriptOf(message)).toBeNull();
  });

  it('runs lines in order, and leaves out what is none', () => {
    const message = 'Please do this:\n\nwrite a.txt: x\nand then\nrun cat a.txt';
    expect(scriptOf(message)?.map((step) => step.do)).toEqual(['write', 'run']);
  });

  it('bounds what it is told', () => {
    expect(scriptOf('burst 999999999\nslow 999999999\ncrash 999')).toEqual([
      { do: 'burst', count: 100_000 },
      { do: 'slow', seconds: 86_400 },
      { do: 'crash', code: 255 },
    ]);
  });

  it('knows each of its own words', () => {
    const example = { '<path>: <text>': 'a: b', '<seconds>': '1', '<count>': '1', '<exit code>': '1', '': '' };
    for (const { name, hint } of DIRECTIVES) {
      const rest = hint in example ? Object.entries(example).find(([key]) => key === hint)?.[1] : 'x';
      expect(scriptOf(`${name} ${rest ?? ''}`)?.[0]?.do).toBe(name);
    }
  });
});
