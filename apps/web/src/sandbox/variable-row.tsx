import { VariableView } from '@foundry/sandbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { settled } from '../api/settled.js';
import { useOrganization } from '../live/live-context.js';
import { Age } from '../ui/age.js';
import { Button } from '../ui/button.js';
import { askFirst } from '../ui/confirm-store.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { VariableForm } from './variable-form.js';

const TESTS: ReadonlyMap<string, string> = new Map([
  ['ok', 'it works'],
  ['key.refused', 'the model’s API refuses it'],
  ['model.unavailable', 'the model’s API is away'],
  ['model.unreachable', 'the model’s API could not be reached'],
]);

interface VariableRowProps {
  organizationId: string;
  variable: VariableView;
  /** It is the key of a model, which can be tried. */
  canTest: boolean;
}

/** One variable: who set it and when, never its value. */
export function VariableRow({ organizationId, variable, canTest }: VariableRowProps) {
  const { name, repositoryId, last4, testCode, testedAt, updatedBy, updatedAt } = variable;
  const queries = useQueryClient();
  const { state } = useOrganization(organizationId);
  const [isReplacing, setReplacing] = useState(false);
  const login = updatedBy === null ? undefined : state?.members.get(updatedBy)?.login;
  const params = { path: { organizationId, name }, query: repositoryId === null ? {} : { repositoryId } };
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['variables', organizationId] });
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/v1/organizations/{organizationId}/variables/{name}', { params })),
    onSettled: again,
  });
  const test = useMutation({
    mutationFn: () =>
      settled(api.POST('/v1/organizations/{organizationId}/variables/{name}/test', { params }), VariableView),
    onSettled: again,
  });
  return (
    <li className="grid gap-2 p-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="grid min-w-0 flex-1 basis-60">
          <code className="font-mono break-all">{name}</code>
          <span className="text-meta text-text-2">
            {last4 === '' ? 'set' : `ends with ${last4}`}, {login === undefined ? 'by somebody' : `by @${login}`}{' '}
            <Age at={updatedAt} ago />
            {repositoryId !== null && ' · for one repository'}
            {testCode !== null && testedAt !== null && (
              <span className={testCode === 'ok' ? 'text-owner' : 'text-danger'}>
                {' · '}tried <Age at={testedAt} ago />: {TESTS.get(testCode) ?? testCode}
              </span>
            )}
          </span>
        </span>
        {canTest && (
          <Button
            pending={test.isPending ? 'Trying' : null}
            aria-label={`Try ${name}`}
            onClick={() => {
              test.mutate();
            }}
          >
            Try it
          </Button>
        )}
        <Button
          aria-expanded={isReplacing}
          aria-label={`Replace ${name}`}
          onClick={() => {
            setReplacing(!isReplacing);
          }}
        >
          Replace
        </Button>
        <Button
          look="danger"
          aria-label={`Remove ${name}`}
          pending={remove.isPending ? 'Removing' : null}
          onClick={() => {
            askFirst({
              title: `Remove ${name}?`,
              text: 'New machines do not get it any more. Present ones keep it until their agent server starts again.',
              verb: 'Remove',
              isDanger: true,
              run: () => {
                remove.mutate();
              },
            });
          }}
        >
          Remove
        </Button>
      </div>
      {test.isError && <ErrorNotice error={test.error} what="The key was not tried." />}
      {remove.isError && <ErrorNotice error={remove.error} what="The variable is still there." />}
      {isReplacing && (
        <VariableForm
          organizationId={organizationId}
          name={name}
          onSet={() => {
            setReplacing(false);
          }}
        />
      )}
    </li>
  );
}
