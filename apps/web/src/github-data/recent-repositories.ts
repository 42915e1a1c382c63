import { z } from 'zod/mini';

const Repository = z.object({ id: z.string(), name: z.string(), defaultBranch: z.string() });
const Stored = z.array(Repository);
const MOST = 5;

/** A repository as far as a form needs it. */
export type KnownRepository = z.infer<typeof Repository>;

const keyOf = (organizationId: string): string => `foundry.repositories.${organizationId}`;
const NONE: readonly KnownRepository[] = Object.freeze([]);

/** The repositories in which this browser began tasks, the last one first. */
export function recentRepositories(organizationId: string): readonly KnownRepository[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(organizationId)) ?? '[]');
    return Stored.safeParse(found).data ?? NONE;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return NONE;
    throw error;
  }
}

export function rememberRepository(organizationId: string, repository: KnownRepository): void {
  const others = recentRepositories(organizationId).filter(({ id }) => id !== repository.id);
  try {
    localStorage.setItem(keyOf(organizationId), JSON.stringify([repository, ...others].slice(0, MOST)));
  } catch (error) {
    // Next time the list begins with whatever the server names first.
    if (!(error instanceof DOMException)) throw error;
  }
}
