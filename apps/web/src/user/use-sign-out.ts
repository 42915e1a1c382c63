import { useMutation } from '@tanstack/react-query';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';

/** Ends the session. The page is left as a whole, so that nothing of this person stays in memory. */
export const useSignOut = () =>
  useMutation({
    mutationFn: () => done(api.POST('/v1/auth/sign-out', {})),
    onSuccess: () => {
      location.assign('/sign-in');
    },
  });
