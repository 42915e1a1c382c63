import { z } from 'zod';

/** GitHub's numeric ids are JSON numbers; here they are text, as everywhere in the product. */
export const GithubId = z
  .union([z.int().positive(), z.string().regex(/^[1-9][0-9]{0,18}$/)])
  .transform((id) => String(id));

/** A time as GitHub writes it: text in lists and most events, seconds since the epoch in pushes. */
export const GithubTime = z
  .union([z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'must be a time'), z.int().positive()])
  .transform((time) => new Date(typeof time === 'number' ? time * 1000 : time).toISOString());

/** Text that Postgres can keep and a queue can carry: without NUL and halves of characters, cut at `limit`. */
export const cut = (limit: number) =>
  z.string().transform((value) =>
    value
      .replaceAll('\0', '')
      .slice(0, limit)
      .replace(/\p{Surrogate}/gu, '\uFFFD'),
  );

export const GithubUser = z.object({
  id: GithubId,
  login: z.string().min(1).max(100),
  avatar_url: z.string().max(2_000).nullish(),
  type: z.string().nullish(),
});
export type GithubUser = z.output<typeof GithubUser>;

/** Who did something, for events of ours; never an authority. */
export function byOf(user: GithubUser | null | undefined): { userId: string; login: string } | null {
  return user ? { userId: user.id, login: user.login } : null;
}
