import { useMutation } from '@tanstack/react-query';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { Button, type ButtonLook } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';

interface InstallButtonProps {
  look?: ButtonLook;
  label?: string;
  /** GitHub asks for this account first. */
  organizationId?: string;
}

/** Goes to GitHub, where the App is installed or its permissions are mended. */
export function InstallButton({
  look = 'primary',
  label = 'Install the GitHub App',
  organizationId,
}: InstallButtonProps) {
  const begin = useMutation({
    mutationFn: () =>
      answered(api.POST('/v1/github/installations', { body: organizationId === undefined ? {} : { organizationId } })),
    onSuccess: ({ url }) => {
      location.assign(url);
    },
  });
  const start = (): void => {
    begin.mutate();
  };
  return (
    <>
      <Button look={look} pending={begin.isPending || begin.isSuccess ? 'Going to GitHub' : null} onClick={start}>
        {label}
      </Button>
      {begin.isError && <ErrorNotice error={begin.error} what="GitHub could not be opened." retry={start} />}
    </>
  );
}
