import type { z } from 'zod';

/** On whose authority GitHub is asked. */
export type Authority =
  | { as: 'app' }
  | { as: 'installation'; installationId: string; permissions: Readonly<Record<string, string>> }
  | { as: 'user'; userId: string; token: string };

/** What a call is for: `background` waits while the budget is low, `person` does not. */
export type Urgency = 'background' | 'needed' | 'person';

/** A value of a path, a query or a body. */
export type Parameter = string | number | boolean | { readonly [name: string]: Parameter };

/** What a token reaches. */
export interface Narrowing {
  repositoryIds: readonly string[];
  permissions: Readonly<Record<string, string>>;
}

export interface Question<T> {
  authority: Authority;
  /**
   * GitHub's route with placeholders, e.g. `GET /repos/{owner}/{repo}/pulls`; values are encoded into it. `POST /graphql`
   * is where GitHub has its GraphQL, whichever GitHub it is.
   */
  route: string;
  parameters?: Readonly<Record<string, Parameter>>;
  answer: z.ZodType<T>;
  urgency?: Urgency;
  /**
   * How often a call that GitHub does not answer is made in all; default 4. Once for what changes something: whoever asks
   * looks first whether it was done.
   */
  tries?: number;
  /** What was known when the page was read last; with a token that is not the one it was read with it counts for nothing. */
  known?: { etag: string; tokenHash: string } | undefined;
  abort?: AbortSignal;
}

export interface Fresh<T> {
  changed: true;
  data: T;
  etag: string | null;
  tokenHash: string;
  /** The page that the `Link` header names next. */
  nextPage: number | null;
  /** The address that it names next, for lists by cursor. */
  nextCursor: string | null;
  /** Calls that were made. */
  requests: number;
}

export interface Unchanged {
  changed: false;
  requests: number;
}

/** The only way to GitHub's REST API. Every failure is a `GithubFailure`. */
export abstract class Github {
  abstract ask<T>(question: Question<T>): Promise<Fresh<T> | Unchanged>;
  /** A new token of an installation for these repositories with these permissions, kept nowhere. */
  abstract mint(installationId: string, narrowing: Narrowing): Promise<{ token: string; expiresAt: Date }>;
  /** Ends a token of an installation, by itself. `unauthorized`: it was over before. */
  abstract end(token: string): Promise<void>;
  /** Forgets the token of an installation, for example when it was suspended. */
  abstract forget(installationId: string): void;
}
