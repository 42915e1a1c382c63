import { Combobox } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { CONTROL } from './field.js';
import { POPUP, POPUP_ITEM } from './popup.js';

/** One thing to choose. `reason`: why it is listed and cannot be chosen. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly hint?: string;
  readonly reason?: string | null;
}

interface ChoiceFieldProps {
  id: string;
  choices: readonly Choice[];
  value: Choice | null;
  onChoose: (choice: Choice) => void;
  /** What is typed into the field, for a search at the server. Without it the given choices are searched here. */
  onSearch?: (text: string) => void;
  placeholder?: string;
  /** Said in place of choices: none fits, still reading, or why they could not be read. */
  empty: ReactNode;
  required?: boolean;
}

/** A field to type into that offers what fits. Its label names its id. */
export function ChoiceField({
  id,
  choices,
  value,
  onChoose,
  onSearch,
  placeholder,
  empty,
  required,
}: ChoiceFieldProps) {
  return (
    <Combobox.Root
      items={choices}
      value={value}
      itemToStringLabel={({ name }: Choice) => name}
      isItemEqualToValue={(one: Choice, other: Choice) => one.id === other.id}
      autoHighlight
      {...(onSearch === undefined ? {} : { filter: null })}
      {...(required === undefined ? {} : { required })}
      onValueChange={(chosen) => {
        if (chosen !== null) onChoose(chosen);
      }}
      onInputValueChange={(text, { reason }) => {
        // What a choice writes into the field is no search.
        onSearch?.(reason === 'input-change' ? text : '');
      }}
    >
      <Combobox.InputGroup className="relative">
        <Combobox.Input
          id={id}
          placeholder={placeholder}
          autoComplete="off"
          className={`${CONTROL} pr-8 placeholder:text-text-3`}
        />
        <Combobox.Trigger
          aria-label="Show what there is"
          className="absolute inset-y-0 right-0 grid w-7 place-items-center text-text-3"
        >
          <ChevronsUpDown aria-hidden="true" size={14} strokeWidth={1.75} />
        </Combobox.Trigger>
      </Combobox.InputGroup>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-40 outline-none">
          <Combobox.Popup className={`${POPUP} w-[var(--anchor-width)] max-w-[var(--available-width)]`}>
            <Combobox.Empty>
              <div className="px-2 py-1.5 text-text-2">{empty}</div>
            </Combobox.Empty>
            <Combobox.List className="max-h-[min(22rem,var(--available-height))] overflow-y-auto data-[empty]:p-0">
              {(choice: Choice) => (
                <Combobox.Item
                  key={choice.id}
                  value={choice}
                  disabled={typeof choice.reason === 'string'}
                  className={POPUP_ITEM}
                >
                  <span className="grid min-w-0 flex-1">
                    <span className="truncate">{choice.name}</span>
                    {(choice.reason ?? choice.hint) !== undefined && (
                      <span className="text-meta text-text-3">{choice.reason ?? choice.hint}</span>
                    )}
                  </span>
                  <Combobox.ItemIndicator>
                    <Check aria-hidden="true" size={14} strokeWidth={1.75} />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
