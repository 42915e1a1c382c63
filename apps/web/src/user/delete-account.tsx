import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isRefusal, isSignedOut } from '../api/api-error.js';
import { api } from '../api/client.js';
import { settled } from '../api/settled.js';
import { useApp } from '../live/live-context.js';
import { Button, buttonLook } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL_SHAPE, Field } from '../ui/field.js';

const CONSEQUENCES = [
  'You are signed out everywhere, and your API tokens stop working.',
  'Your drafts, inbox, pins, unread marks and preferences are deleted.',
  'You leave every organization here. At GitHub you stay in them.',
  'Tasks that are yours stay, without an owner: nothing is pushed until somebody else acts on them.',
  'What you allowed Foundry to do at GitHub is taken back.',
  'The audit logs keep the number of your account, because nothing is ever removed from them.',
];

/** The session is gone with the account, so that nobody can be asked about the end any more. */
async function deleteAccount(login: string): Promise<void> {
  try {
    await settled(api.DELETE('/v1/me', { body: { login } }), { parse: (result) => result });
  } catch (error) {
    if (!isSignedOut(error)) throw error;
  }
}

/** The end of an account, with what follows from it. It cannot be undone. */
export function DeleteAccount() {
  const { user } = useApp();
  const [isAsked, setIsAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const end = useMutation({
    mutationFn: deleteAccount,
    // Asked twice it would be refused, because the first one ended the session.
    retry: false,
    onSuccess: () => {
      location.assign('/sign-in');
    },
  });
  const isOld = isRefusal(end.error, 'session.too_old');
  return (
    <section aria-labelledby="delete-account" className="grid justify-items-start gap-2 border-t border-line pt-4">
      <h2 id="delete-account" className="text-title font-semibold">
        Delete the account
      </h2>
      <p className="text-text-2">This cannot be undone:</p>
      <ul className="prose-width list-disc pl-5 text-text-2">
        {CONSEQUENCES.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {!isAsked && (
        <Button
          look="danger"
          onClick={() => {
            setIsAsked(true);
          }}
        >
          Delete my account
        </Button>
      )}
      {isAsked && (
        <form
          aria-label="Delete the account"
          className="grid justify-items-start gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const fits = typed.trim().toLowerCase() === user.login.toLowerCase();
            setIsWrong(!fits);
            if (fits) end.mutate(typed.trim());
          }}
        >
          <Field
            id="own-login"
            label={`Type ${user.login} to confirm`}
            error={isWrong ? `This is not your login. It is ${user.login}.` : null}
          >
            <input
              id="own-login"
              autoFocus
              autoComplete="off"
              value={typed}
              className={CONTROL_SHAPE}
              aria-describedby={isWrong ? 'own-login-error' : undefined}
              onChange={({ target }) => {
                setTyped(target.value);
              }}
            />
          </Field>
          <p className="flex flex-wrap gap-2">
            <Button type="submit" look="danger" pending={end.isPending ? 'Deleting' : null}>
              Delete {user.login} for good
            </Button>
            <Button
              onClick={() => {
                setIsAsked(false);
              }}
            >
              Keep it
            </Button>
          </p>
        </form>
      )}
      {isOld && (
        <div role="alert" className="grid justify-items-start gap-2">
          <p className="text-danger">Nothing was deleted: you signed in more than ten minutes ago.</p>
          <a className={buttonLook('primary')} href="/v1/auth/github?next=/account/profile">
            Sign in again
          </a>
        </div>
      )}
      {end.isError && !isOld && <ErrorNotice error={end.error} what="Nothing was deleted." />}
    </section>
  );
}
