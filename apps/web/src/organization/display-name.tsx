import { OrganizationView } from '@foundry/organization/contracts';
import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { api } from '../api/client.js';
import { settled } from '../api/settled.js';
import { useLive, useOrganization } from '../live/live-context.js';
import { Button, buttonLook } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL, Field } from '../ui/field.js';

interface DisplayNameProps {
  organizationId: string;
  isAdmin: boolean;
}

/** The name that is shown here; empty: that of GitHub. */
export function DisplayName({ organizationId, isAdmin }: DisplayNameProps) {
  const topic = useLive().organization(organizationId);
  const { state } = useOrganization(organizationId);
  const [typed, setTyped] = useState<string | null>(null);
  const organization = state?.organization ?? null;
  const save = useMutation({
    mutationFn: ({ displayName, version }: { displayName: string | null; version: number }) =>
      settled(
        api.PATCH('/v1/organizations/{organizationId}', {
          params: { path: { organizationId }, header: { 'If-Match': `"${version}"` } },
          body: { displayName },
        }),
        OrganizationView,
      ),
    onSuccess: (next) => {
      topic.merge((held) =>
        held.organization && held.organization.version > next.version ? held : { ...held, organization: next },
      );
      setTyped(null);
    },
  });
  if (!organization) return null;
  const stored = organization.customName ?? '';
  const isDirty = typed !== null && typed.trim() !== stored;
  const version = state?.settings?.version ?? organization.version;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const name = (typed ?? stored).trim();
    if (isDirty && !save.isPending) save.mutate({ displayName: name === '' ? null : name, version });
  };
  return (
    <form aria-label="Profile" className="grid max-w-xl gap-3" onSubmit={submit}>
      <Field
        id="display-name"
        label="Name"
        hint={`Empty: ${organization.githubName ?? organization.login}, as at GitHub.`}
      >
        <input
          id="display-name"
          className={CONTROL}
          maxLength={80}
          disabled={!isAdmin}
          value={typed ?? stored}
          placeholder={organization.githubName ?? organization.login}
          onChange={({ target }) => {
            save.reset();
            setTyped(target.value);
          }}
        />
      </Field>
      {isAdmin && (
        <div className="flex flex-wrap items-center gap-2">
          {save.isPending ? (
            <Button pending="Saving">Save name</Button>
          ) : (
            <button type="submit" disabled={!isDirty} className={`${buttonLook()} disabled:opacity-60`}>
              Save name
            </button>
          )}
          <span role="status" className="text-text-2">
            {save.isSuccess && !isDirty && 'Saved.'}
          </span>
        </div>
      )}
      {save.isError && <ErrorNotice error={save.error} what="The name stays as it was." />}
    </form>
  );
}
