import { VariableView } from '@foundry/sandbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useId, useState } from 'react';
import { api } from '../api/client.js';
import { settled } from '../api/settled.js';
import { Button, buttonLook } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL, Field } from '../ui/field.js';

interface VariableFormProps {
  organizationId: string;
  /** Given: only its value is asked for. */
  name?: string;
  onSet?: () => void;
}

/** Sets a variable for machines. Its value is sent once and never shown again. */
export function VariableForm({ organizationId, name: given, onSet }: VariableFormProps) {
  const id = useId();
  const queries = useQueryClient();
  const [typedName, setName] = useState('');
  const [value, setValue] = useState('');
  const name = given ?? typedName.trim();
  const set = useMutation({
    mutationFn: () =>
      settled(
        api.PUT('/v1/organizations/{organizationId}/variables/{name}', {
          params: { path: { organizationId, name } },
          body: { value, secret: true },
        }),
        VariableView,
      ),
    onSuccess: () => {
      setName('');
      setValue('');
      onSet?.();
      return queries.invalidateQueries({ queryKey: ['variables', organizationId] });
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!set.isPending) set.mutate();
  };
  return (
    <form
      aria-label={given === undefined ? 'New variable' : `Value of ${given}`}
      className="grid max-w-xl gap-3"
      onSubmit={submit}
    >
      {given === undefined && (
        <Field id={`${id}-name`} label="Name" hint="Capital letters, digits and underscores.">
          <input
            id={`${id}-name`}
            required
            maxLength={64}
            pattern="[A-Z_][A-Z0-9_]*"
            spellCheck={false}
            autoComplete="off"
            className={`${CONTROL} font-mono`}
            value={typedName}
            onChange={({ target }) => {
              setName(target.value.toUpperCase());
            }}
          />
        </Field>
      )}
      <Field
        id={`${id}-value`}
        label={given === undefined ? 'Value' : `Value of ${given}`}
        hint="Never shown again, but for its last four characters."
      >
        <input
          id={`${id}-value`}
          type="password"
          required
          maxLength={32_768}
          autoComplete="off"
          className={`${CONTROL} font-mono`}
          value={value}
          onChange={({ target }) => {
            setValue(target.value);
          }}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        {set.isPending ? (
          <Button pending="Saving">Save</Button>
        ) : (
          <button type="submit" className={buttonLook()}>
            Save
          </button>
        )}
        <span role="status" className="text-text-2">
          {set.isSuccess && given === undefined && `${set.data.name} is set. New machines get it.`}
        </span>
      </div>
      {set.isError && <ErrorNotice error={set.error} what="The variable was not set." />}
    </form>
  );
}
