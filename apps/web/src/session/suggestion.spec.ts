import { describe, expect, it } from '@jest/globals';
import { fittingCommands, triggerAt, wantedFile, withChosen } from './suggestion.js';

describe('what is typed', () => {
  it.each([
    ['@', { kind: 'file', words: '', from: 0, to: 1 }],
    ['fix @src/b', { kind: 'file', words: 'src/b', from: 4, to: 10 }],
    ['one\n@a', { kind: 'file', words: 'a', from: 4, to: 6 }],
    ['/', { kind: 'command', words: '', from: 0, to: 1 }],
    ['/rev', { kind: 'command', words: 'rev', from: 0, to: 4 }],
  ])('asks for suggestions in %j', (text, trigger) => {
    expect(triggerAt(text, text.length)).toEqual(trigger);
  });

  it.each(['', 'mail ana@example', 'see @a b', 'use /review', '/review it', ' /review'])(
    'asks for nothing in %j',
    (text) => {
      expect(triggerAt(text, text.length)).toBeNull();
    },
  );

  it('is read up to the cursor', () => {
    expect(triggerAt('@ab and more', 2)).toEqual({ kind: 'file', words: 'a', from: 0, to: 2 });
  });
});

describe('what is chosen', () => {
  it('stands in place of the word, with a space after it', () => {
    const trigger = { kind: 'file' as const, words: 'ba', from: 4, to: 7 };
    expect(withChosen('fix @ba now', trigger, 'src/basket.ts')).toEqual({ text: 'fix src/basket.ts now', caret: 18 });
    expect(withChosen('fix @ba', trigger, 'src/basket.ts')).toEqual({ text: 'fix src/basket.ts ', caret: 18 });
  });
});

describe('a wanted file', () => {
  it('may have a line', () => {
    expect(wantedFile('app.ts:12')).toEqual({ path: 'app.ts', line: 12 });
    expect(wantedFile('app.ts:0')).toEqual({ path: 'app.ts:0', line: null });
    expect(wantedFile('app.ts')).toEqual({ path: 'app.ts', line: null });
  });
});

describe('commands', () => {
  const command = (name: string) => ({ name, description: '', hint: null });
  it('that begin with what was typed come before those that have it', () => {
    const names = fittingCommands(['preview', 'review', 'Reset', 'ask'].map(command), 're').map(({ name }) => name);
    expect(names).toEqual(['review', 'Reset', 'preview']);
  });
});
