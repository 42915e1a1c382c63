import { z } from 'zod';
import type { Answer, Call } from './call.js';

const most = 100;
const usual = 30;

const count = (fallback: number) => z.coerce.number().int().positive().catch(fallback);

/** `per_page` (1–100, 30) and `page` (from 1). What is not a number is ignored, as GitHub does. */
export const Paging = z.object({
  per_page: count(usual).transform((wanted) => Math.min(wanted, most)),
  page: count(1),
});
export type Paging = z.infer<typeof Paging>;

export interface Listed<T> {
  readonly items: readonly T[];
  readonly view: (item: T) => unknown;
  /** Puts the page into an object, for the lists that are not bare arrays. */
  readonly wrap?: (page: unknown[], total: number) => unknown;
  /** Path to write into `Link` instead of the one that was asked, e.g. with an id in place of a name. */
  readonly linkPath?: string;
}

/** One page of a list, with a `Link` header when there is more than one page. */
export function paged<T>(
  { request, query }: Call & { query: Paging },
  address: string,
  { items, view, wrap, linkPath }: Listed<T>,
): Answer {
  const { page, per_page: size } = query;
  const last = Math.max(1, Math.ceil(items.length / size));
  const rows = items.slice((page - 1) * size, page * size).map(view);
  const url = new URL(request.originalUrl, address);
  if (linkPath) url.pathname = linkPath;
  const link = links(url, page, last);
  return {
    status: 200,
    body: wrap ? wrap(rows, items.length) : rows,
    ...(link ? { headers: { Link: link } } : {}),
  };
}

function links(url: URL, page: number, last: number): string {
  const targets: [string, number][] = [];
  if (page > 1) targets.push(['prev', Math.min(page - 1, last)]);
  if (page < last) targets.push(['next', page + 1], ['last', last]);
  if (page > 1) targets.push(['first', 1]);
  return targets
    .map(([name, number]) => {
      url.searchParams.set('page', String(number));
      return `<${url.href}>; rel="${name}"`;
    })
    .join(', ');
}
