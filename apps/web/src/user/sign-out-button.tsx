import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useSignOut } from './use-sign-out.js';

export function SignOutButton() {
  const signOut = useSignOut();
  return (
    <>
      <Button
        look="quiet"
        pending={signOut.isPending ? 'Signing out' : null}
        onClick={() => {
          signOut.mutate();
        }}
      >
        Sign out
      </Button>
      {signOut.isError && <ErrorNotice error={signOut.error} what="You are still signed in." />}
    </>
  );
}
