import { useRouter } from '@tanstack/react-router';
import { ErrorNotice } from './error-notice.js';

/** For a page that could not be read at all. */
export function ErrorScreen({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <main className="mx-auto grid max-w-lg gap-4 p-6">
      <h1 className="text-page font-semibold">This page could not be shown</h1>
      <ErrorNotice
        error={error}
        what="Something did not answer as it should."
        retry={() => {
          void router.invalidate();
        }}
      />
    </main>
  );
}
