import { NotFound } from './not-found.js';

/** The same as a page of its own. */
export function NotFoundScreen() {
  return (
    <main>
      <NotFound />
    </main>
  );
}
