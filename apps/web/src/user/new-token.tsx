import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { answered } from '../api/api-error.js';
import { api, type View } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { Button, buttonLook } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL, Field } from '../ui/field.js';

type Scope = View['TokenScope'];
type Created = View['CreatedApiToken'];

const SCOPES: Readonly<Record<Scope, string>> = {
  'tasks:read': 'Read tasks',
  'tasks:write': 'Act on tasks',
  'organization:read': 'Read organizations',
  'organization:write': 'Change organizations',
  'audit:read': 'Read the audit log',
};
const isScope = (text: string): text is Scope => text in SCOPES;
const DAYS = [7, 30, 90, 365] as const;

/** `onMade` gets null when it is made a little later; then its secret is not shown any more. */
export function NewToken({ onMade }: { onMade: (token: Created | null) => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['tasks:read', 'organization:read']);
  const [expiresInDays, setDays] = useState(90);
  const make = useMutation({
    mutationFn: async () => {
      const body = { tokenId: newId(), name: name.trim(), scopes: [...scopes], organizationId: null, expiresInDays };
      return answered(api.POST('/v1/me/api-tokens', { body }));
    },
    onSuccess: (token) => {
      setName('');
      onMade('statusUrl' in token ? null : token);
    },
  });
  const problem = scopes.length === 0 ? 'Choose at least one.' : null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!make.isPending && problem === null) make.mutate();
  };
  const toggle = (scope: Scope): void => {
    setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope]);
  };
  return (
    <form onSubmit={submit} className="grid max-w-md gap-3" aria-label="New token">
      <Field id="token-name" label="Name">
        <input
          id="token-name"
          required
          maxLength={80}
          className={CONTROL}
          value={name}
          onChange={({ target }) => {
            setName(target.value);
          }}
        />
      </Field>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium">What it opens</legend>
        {Object.keys(SCOPES)
          .filter(isScope)
          .map((scope) => (
            <label key={scope} className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={() => {
                  toggle(scope);
                }}
              />
              {SCOPES[scope]}
            </label>
          ))}
        {problem !== null && (
          <p role="alert" className="text-meta text-danger">
            {problem}
          </p>
        )}
      </fieldset>
      <Field id="token-days" label="Expires after">
        <select
          id="token-days"
          className={CONTROL}
          value={expiresInDays}
          onChange={({ target }) => {
            setDays(Number(target.value));
          }}
        >
          {DAYS.map((days) => (
            <option key={days} value={days}>
              {days} days
            </option>
          ))}
        </select>
      </Field>
      <p>
        {make.isPending ? (
          <Button look="primary" pending="Making">
            Make token
          </Button>
        ) : (
          <button type="submit" className={buttonLook('primary')}>
            Make token
          </button>
        )}
      </p>
      {make.isError && <ErrorNotice error={make.error} what="No token was made." />}
    </form>
  );
}
