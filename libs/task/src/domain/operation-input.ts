import type { GitOperationInput } from '../contracts/index.js';

/** How a task is put away or ended. */
export interface CloseInput {
  kind: 'archive' | 'kill';
  force: boolean;
  reason: 'merged' | 'closed' | 'user';
  /** The branch goes at GitHub as well. */
  deleteBranch?: boolean;
}

/** What the list of changes says of the file that is to be taken back. */
export interface FoundFile {
  oldPath: string | null;
  /** The commit whose file it becomes; null: the head, whatever that is then. */
  commitSha: string | null;
}

/** What an operation needs to know, by its kind. */
export type OperationInput =
  | Exclude<GitOperationInput, { kind: 'revert' }>
  | (Extract<GitOperationInput, { kind: 'revert' }> & FoundFile)
  | CloseInput;
export type GitInput = Exclude<OperationInput, CloseInput>;
export const isGitInput = (input: OperationInput): input is GitInput =>
  input.kind !== 'archive' && input.kind !== 'kill';
export type InputOf<Kind extends OperationInput['kind']> = Extract<OperationInput, { kind: Kind }>;
