import { Drawing } from '../drawing/drawing.js';
import type { Author } from '../drawing/objects.js';
import type { Branch, Step, Story } from './story.js';

const day = 86_400;

/** A story as a git repository. `fork` names whose fork to draw: its own branches come on top. */
export interface Drawn {
  readonly drawing: Drawing;
  /** Head of each branch of the story, by its name, also of branches in forks. */
  readonly heads: ReadonlyMap<string, string>;
  /** Merge commit of each branch that was merged. */
  readonly merges: ReadonlyMap<string, string>;
}

export type AuthorOf = (login: string) => Author;

/** Draws a story so that its last day is `now` (seconds). The same story and time give the same commits. */
export function drawStory(story: Story, now: number, authorOf: AuthorOf): Drawn {
  const drawing = new Drawing('main');
  const put = (branch: string, { by, daysAgo, message, files }: Step, hour: number) =>
    drawing.commit(branch, { author: authorOf(by), at: now - daysAgo * day + hour * 600, message, changes: files });
  story.history.forEach((step, index) => put('main', step, index % 5));
  const heads = new Map<string, string>();
  const merges = new Map<string, string>();
  for (const branch of story.branches) {
    drawing.branch(branch.name);
    branch.steps.forEach((step, index) => put(branch.name, step, index));
    heads.set(branch.name, drawing.head(branch.name));
  }
  for (const branch of story.branches)
    if (branch.pull?.end === 'merged') merges.set(branch.name, merge(drawing, branch, now, authorOf));
  return { drawing, heads, merges };
}

function merge(drawing: Drawing, { name, pull, steps }: Branch, now: number, authorOf: AuthorOf): string {
  const by = steps[0]?.by ?? '';
  const at = now - Math.max(0, (pull?.daysAgo ?? 1) - 1) * day;
  return drawing.merge('main', name, { author: authorOf(by), at, message: `Merge ${name}\n\n${pull?.title ?? ''}` });
}
