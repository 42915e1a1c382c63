import type { RefObject } from 'react';
import { CONTROL, CONTROL_SHAPE } from '../ui/field.js';
import { GROUPS, type ListView, ORDERS, VIEWS } from './task-rows.js';

interface TaskListToolsProps {
  field: RefObject<HTMLInputElement | null>;
  startsInFilter: boolean;
  filter: string;
  onFilter: (filter: string) => void;
  /** Enter was pressed in the filter. */
  onEnter: (filter: string) => void;
  view: ListView;
  onView: (view: ListView) => void;
}

/** What of the list is shown, and how. */
export function TaskListTools({ field, startsInFilter, filter, onFilter, onEnter, view, onView }: TaskListToolsProps) {
  return (
    <>
      <input
        ref={field}
        type="search"
        autoFocus={startsInFilter}
        aria-label="Filter tasks"
        aria-keyshortcuts="/"
        placeholder="Filter tasks  /"
        value={filter}
        className={`${CONTROL} placeholder:text-text-3`}
        onChange={(event) => {
          onFilter(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onFilter('');
          if (event.key === 'Enter') onEnter(filter);
        }}
      />
      <div className="flex flex-wrap gap-1">
        <Choice
          label="View"
          options={VIEWS}
          value={view.view}
          onChoose={(chosen) => onView({ ...view, view: chosen })}
        />
        <Choice
          label="Group by"
          options={GROUPS}
          value={view.group}
          onChoose={(chosen) => onView({ ...view, group: chosen })}
        />
        <Choice
          label="Order"
          options={ORDERS}
          value={view.order}
          onChoose={(chosen) => onView({ ...view, order: chosen })}
        />
      </div>
    </>
  );
}

interface ChoiceProps<K extends string> {
  label: string;
  options: Readonly<Record<K, string>>;
  value: K;
  onChoose: (value: K) => void;
}

function Choice<K extends string>({ label, options, value, onChoose }: ChoiceProps<K>) {
  const isOption = (name: string): name is K => name in options;
  return (
    <select
      aria-label={label}
      value={value}
      className={`${CONTROL_SHAPE} grow text-meta`}
      onChange={({ target }) => {
        if (isOption(target.value)) onChoose(target.value);
      }}
    >
      {Object.keys(options)
        .filter(isOption)
        .map((name) => (
          <option key={name} value={name}>
            {options[name]}
          </option>
        ))}
    </select>
  );
}
