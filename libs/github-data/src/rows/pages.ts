import { z } from 'zod';
import { MemberFacts, PullRequestFacts, RepositoryFacts } from '../contracts/index.js';

/** How a page was read, so that the next read can ask whether it changed. */
export const PageMark = z.object({
  requestKey: z.string(),
  tokenHash: z.string(),
  etag: z.string().nullable(),
  /** Ids or numbers on the page. */
  items: z.array(z.string()),
  nextPage: z.int().nullable(),
  total: z.int().nullable(),
});
export type PageMark = z.infer<typeof PageMark>;

/** What an effect keeps for the command that it sends. `unchanged`: the items of the mark are what the page has. */
export const RepositoryListPage = z.object({
  unchanged: z.boolean(),
  mark: PageMark,
  repositories: z.array(RepositoryFacts),
});
export const MemberListPage = z.object({ unchanged: z.boolean(), mark: PageMark, members: z.array(MemberFacts) });
export const PullRequestListPages = z.object({
  repositoryId: z.string(),
  marks: z.array(PageMark),
  pullRequests: z.array(PullRequestFacts),
});
export type RepositoryListPage = z.input<typeof RepositoryListPage>;
export type MemberListPage = z.input<typeof MemberListPage>;
export type PullRequestListPages = z.input<typeof PullRequestListPages>;

export const pageBatch = {
  repositories: (page: number) => `repositories ${String(page)}`,
  members: (role: string, page: number) => `members ${role} ${String(page)}`,
  pullRequests: (batch: number) => `pulls ${String(batch)}`,
};

export const requestKey = {
  repositories: (page: number) => `repositories ${String(page)}`,
  members: (role: string, page: number) => `members ${role} ${String(page)}`,
  pullRequests: (repositoryId: string, page: number) => `pulls ${repositoryId} ${String(page)}`,
};
