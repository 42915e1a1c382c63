import { BranchField } from '../github-data/branch-field.js';
import { PullRequestField } from '../github-data/pull-request-field.js';
import { Field } from '../ui/field.js';
import type { FieldErrors, NewTaskFields } from './new-task-fields.js';

interface WorkPlaceProps {
  organizationId: string;
  fields: NewTaskFields;
  errors: FieldErrors;
  onChange: (patch: Partial<NewTaskFields>) => void;
}

/** Which branch, as the chosen kind asks for it. */
export function NewTaskWorkPlace({ organizationId, fields, errors, onChange }: WorkPlaceProps) {
  const { repository, workOn } = fields;
  const repositoryId = repository?.id ?? null;
  if (workOn === 'existing') {
    return (
      <Field id="existing" label="Branch" error={errors.existing ?? null}>
        <BranchField
          id="existing"
          organizationId={organizationId}
          repositoryId={repositoryId}
          value={fields.existing}
          onChange={(existing) => {
            onChange({ existing });
          }}
        />
      </Field>
    );
  }
  if (workOn === 'pull_request') {
    if (repositoryId === null) return <p className="text-text-2">Choose the repository first.</p>;
    return (
      <Field id="pull-request" label="Pull request" error={errors.pullRequest ?? null}>
        <PullRequestField
          id="pull-request"
          organizationId={organizationId}
          repositoryId={repositoryId}
          value={fields.pullRequest}
          onChoose={(pullRequest) => {
            onChange({ pullRequest });
          }}
        />
      </Field>
    );
  }
  return (
    <Field id="base" label="From" hint="Empty: the default branch.">
      <BranchField
        id="base"
        organizationId={organizationId}
        repositoryId={repositoryId}
        value={fields.base}
        placeholder={repository?.defaultBranch ?? 'default branch'}
        onChange={(base) => {
          onChange({ base });
        }}
      />
    </Field>
  );
}
