import { describe, expect, it } from '@jest/globals';
import type { ItemView } from '@foundry/task/contracts';
import { entryMarkdown } from './entry-markdown.js';

const AT = '2030-01-01T12:00:00.000Z';
const item = (kind: ItemView['kind'], text: string, data: ItemView['data'] = {}): ItemView => ({
  ...{ seq: 1, rev: 1, kind, turnId: null, authorId: null, text, data },
  ...{ open: false, createdAt: AT, updatedAt: AT },
});
const row = (one: ItemView) => ({ kind: 'item' as const, key: 'one', item: one });

describe('an entry as Markdown', () => {
  it('is what the agent wrote', () => {
    expect(entryMarkdown(row(item('assistant_text', '## Done\n\n- one')))).toBe('## Done\n\n- one');
  });

  it('names what a message points to', () => {
    const attachments = [
      { kind: 'line', path: 'src/a.ts', line: 7 },
      { kind: 'image', uploadId: 'x' },
    ];
    expect(entryMarkdown(row(item('user_message', 'Look', { attachments })))).toBe('Look\n\n- `src/a.ts:7`');
  });

  it('fences what a tool was given and said, whatever fences are in it', () => {
    const data = { title: 'cat notes', input: { command: 'cat notes' }, output: '```js\n1\n```\n' };
    expect(entryMarkdown(row(item('tool_call', '', data)))).toBe(
      '**cat notes**\n\n```\ncat notes\n```\n\n````\n```js\n1\n```\n````',
    );
  });

  it('ticks what is done of a plan', () => {
    const entries = [
      { content: 'Read', status: 'completed' },
      { content: 'Write', status: 'pending' },
    ];
    expect(entryMarkdown(row(item('plan', '', { entries })))).toBe('- [x] Read\n- [ ] Write');
  });

  it('is every call of a fold', () => {
    const calls = ['one', 'two'].map((title) => item('tool_call', '', { title }));
    expect(entryMarkdown({ kind: 'tools', key: 'two', items: calls })).toBe('**one**\n\n**two**');
  });
});
