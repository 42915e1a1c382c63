import { describe, expect, it } from '@jest/globals';
import { Drawing } from './drawing.js';
import { blob, tree } from './objects.js';

const author = { name: 'A', email: 'a@example.com' };
const step = (changes: Record<string, string | null>) => ({ author, at: 1_700_000_000, message: 'm', changes });

describe('a drawing', () => {
  it('names objects as git does', () => {
    expect(blob('hello\n').sha).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
    expect(tree([]).sha).toBe('4b825dc642cb6eb9a060e54bf8d69288fbee4904');
  });

  it('gives the same commits for the same steps', () => {
    const draw = () => new Drawing('main').commit('main', step({ 'a/b.txt': 'x' }));
    expect(draw()).toBe(draw());
  });

  it('leaves a branch where it was when another one goes on', () => {
    const drawing = new Drawing('main');
    const first = drawing.commit('main', step({ a: '1' }));
    drawing.branch('side');
    const second = drawing.commit('side', step({ a: null, b: '2' }));
    expect(drawing.head('main')).toBe(first);
    expect(drawing.head('side')).toBe(second);
  });

  it('refuses to branch from nothing', () => {
    expect(() => new Drawing('main').branch('side')).toThrow('No branch main');
  });
});
