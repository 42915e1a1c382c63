import { useMemo } from 'react';
import { useOrganization } from '../live/live-context.js';
import { CONTROL } from '../ui/field.js';

interface Entity {
  readonly module: string;
  readonly entity: string;
}

interface EntityChoiceProps {
  organizationId: string;
  module: string;
  entityId: string;
  onChoose: (chosen: Entity) => void;
}

const keyOf = ({ module, entity }: Entity): string => `${module} ${entity}`;

/** Whose activity is shown: the organization, what belongs to it as a whole, or one of its tasks. */
export function EntityChoice({ organizationId, module, entityId, onChoose }: EntityChoiceProps) {
  const { state } = useOrganization(organizationId);
  const tasks = useMemo(
    () =>
      [...(state?.tasks.values() ?? [])]
        .filter(({ virtual }) => !virtual)
        .sort((a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt)),
    [state],
  );
  const wholes = [
    { name: 'Organization', module: 'organization', entity: organizationId },
    { name: 'GitHub and sync', module: 'github-data', entity: organizationId },
    { name: 'Audit log', module: 'audit-log', entity: organizationId },
  ];
  const options = [...wholes, ...tasks.map(({ id, title }) => ({ name: title, module: 'task', entity: id }))];
  const shown = { module, entity: entityId };
  const isListed = options.some((option) => keyOf(option) === keyOf(shown));
  return (
    <select
      aria-label="Activity of"
      className={`${CONTROL} max-w-md`}
      value={keyOf(shown)}
      onChange={({ target }) => {
        const chosen = options.find((option) => keyOf(option) === target.value);
        if (chosen) onChoose({ module: chosen.module, entity: chosen.entity });
      }}
    >
      {!isListed && (
        <option value={keyOf(shown)}>
          {module} {entityId}
        </option>
      )}
      {wholes.map((option) => (
        <option key={keyOf(option)} value={keyOf(option)}>
          {option.name}
        </option>
      ))}
      {tasks.length > 0 && (
        <optgroup label="Tasks">
          {tasks.map(({ id, title }) => (
            <option key={id} value={`task ${id}`}>
              {title}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}
