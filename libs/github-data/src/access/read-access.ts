import type { Attempt } from '@foundry/messaging';
import type { z } from 'zod';
import type { Question } from '../client/github.js';
import { RecordAccess } from '../contracts/index.js';
import { permissionOf, RepositoryPage } from '../reading/repository.js';
import type { Asks } from './as-person.js';

const PER_COMMAND = 500;
const MOST_PAGES = 50;

/** Every page of a list, up to 5,000 rows. */
export async function everyPage<T, R>(
  asks: Asks,
  route: string,
  parameters: NonNullable<Question<T>['parameters']>,
  answer: z.ZodType<T>,
  rowsOf: (page: T) => R[],
): Promise<R[]> {
  const rows: R[] = [];
  for (let page: number | null = 1; page !== null && page <= MOST_PAGES;) {
    const got: { data: T; nextPage: number | null } = await asks(route, { ...parameters, per_page: 100, page }, answer);
    rows.push(...rowsOf(got.data));
    page = got.nextPage;
  }
  return rows;
}

/** Reads what the person may do in all repositories of an installation and sends it to its organization, in order. */
export async function readAccess(
  asks: Asks,
  attempt: Attempt,
  { organizationId, installationId, userId }: { organizationId: string; installationId: string; userId: string },
): Promise<void> {
  // GitHub answers with what was true no earlier than this; whatever came to be known later is newer.
  const checkedAt = new Date().toISOString();
  const seen = await everyPage(
    asks,
    'GET /user/installations/{installation_id}/repositories',
    { installation_id: installationId },
    RepositoryPage,
    ({ repositories }) => repositories,
  );
  const access = seen.map((repository) => ({ repositoryId: repository.id, permission: permissionOf(repository) }));
  const isWhole = seen.length < MOST_PAGES * 100;
  for (let from = 0; from === 0 || from < access.length; from += PER_COMMAND) {
    const part = access.slice(from, from + PER_COMMAND);
    const complete = isWhole && from + PER_COMMAND >= access.length;
    // An attempt of its own: the parts of two attempts were read at different times and must not be mixed.
    await attempt.send(
      `access ${organizationId} ${String(attempt.number)} ${String(from)}`,
      new RecordAccess({ organizationId, userId, access: part, checkedAt, complete }),
    );
  }
}
