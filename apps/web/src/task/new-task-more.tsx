import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useOrganization } from '../live/live-context.js';
import { CONTROL, Field } from '../ui/field.js';
import { PROVIDERS } from '../sandbox/provider-words.js';
import type { NewTaskFields } from './new-task-fields.js';

const signedIn = getRouteApi('/signed-in');

interface NewTaskMoreProps {
  organizationId: string;
  fields: NewTaskFields;
  onChange: (patch: Partial<NewTaskFields>) => void;
}

/** What has a sensible value already. */
export function NewTaskMore({ organizationId, fields, onChange }: NewTaskMoreProps) {
  const { providers } = signedIn.useLoaderData().instance;
  const { state } = useOrganization(organizationId);
  const settings = state?.settings?.settings;
  const allowed = providers.filter((name) => settings?.sandboxProviders.includes(name) ?? true);
  const [isOpenAtFirst] = useState(fields.title !== '' || fields.branch !== '' || fields.provider !== '');
  return (
    <details className="grid gap-3" open={isOpenAtFirst}>
      <summary className="w-fit cursor-pointer rounded-button py-1 text-text-2 hover:text-text">More</summary>
      <div className="mt-2 grid gap-3 min-[600px]:grid-cols-2">
        <Field id="title" label="Title" hint="Empty: the first line of what should be done.">
          <input
            id="title"
            className={CONTROL}
            maxLength={200}
            value={fields.title}
            onChange={({ target }) => {
              onChange({ title: target.value });
            }}
          />
        </Field>
        {fields.workOn === 'new' && (
          <Field
            id="branch"
            label="Branch name"
            hint={`Empty: one is drawn, beginning with ${settings?.branchPrefix ?? 'the usual prefix'}`}
          >
            <input
              id="branch"
              className={`${CONTROL} font-mono`}
              maxLength={255}
              spellCheck={false}
              value={fields.branch}
              onChange={({ target }) => {
                onChange({ branch: target.value });
              }}
            />
          </Field>
        )}
        {allowed.length > 0 && (
          <Field id="provider" label="Sandbox">
            <select
              id="provider"
              className={CONTROL}
              value={fields.provider}
              onChange={({ target }) => {
                onChange({ provider: target.value });
              }}
            >
              <option value="">As the organization says</option>
              {allowed.map((name) => (
                <option key={name} value={name}>
                  {PROVIDERS[name].name}, {PROVIDERS[name].isolation}
                </option>
              ))}
            </select>
          </Field>
        )}
      </div>
    </details>
  );
}
