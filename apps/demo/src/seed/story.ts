import type { Changes } from '../drawing/drawing.js';
import type { Review, Status } from '../state/records.js';

/** One commit of a seeded repository. */
export interface Step {
  readonly by: string;
  readonly daysAgo: number;
  readonly message: string;
  readonly files: Changes;
}

/** A pull request of a seeded branch. */
export interface Proposal {
  readonly title: string;
  readonly body: string;
  readonly daysAgo: number;
  readonly draft?: true;
  readonly end?: 'merged' | 'closed';
  readonly labels?: readonly string[];
  readonly reviewers?: readonly string[];
  readonly review?: { readonly by: string; readonly state: Review['state']; readonly body: string };
  readonly comment?: { readonly by: string; readonly body: string };
  readonly build?: Status['state'];
}

export interface Branch {
  readonly name: string;
  readonly steps: readonly Step[];
  /** The login whose fork the branch lies in. */
  readonly fork?: string;
  readonly pull?: Proposal;
}

/** A seeded repository: what its default branch holds, and the branches beside it. */
export interface Story {
  readonly name: string;
  readonly description: string;
  readonly language: string | null;
  readonly private: boolean;
  readonly history: readonly Step[];
  readonly branches: readonly Branch[];
}

/** Joins lines to a file's text. */
export function text(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
