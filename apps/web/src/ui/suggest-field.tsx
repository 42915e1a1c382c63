import { Autocomplete } from '@base-ui/react/autocomplete';
import { CONTROL } from './field.js';
import { POPUP, POPUP_ITEM } from './popup.js';

interface SuggestFieldProps {
  id: string;
  value: string;
  suggestions: readonly string[];
  onChange: (text: string) => void;
  placeholder?: string;
  maxLength?: number;
}

/** A field for any text that offers what is known. The suggestions are already those that fit. */
export function SuggestField({ id, value, suggestions, onChange, placeholder, maxLength }: SuggestFieldProps) {
  return (
    <Autocomplete.Root items={suggestions} filter={null} value={value} onValueChange={onChange} openOnInputClick>
      <Autocomplete.Input
        id={id}
        placeholder={placeholder}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        className={`${CONTROL} font-mono placeholder:font-sans placeholder:text-text-3`}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} className="z-40 outline-none data-[empty]:hidden">
          <Autocomplete.Popup className={`${POPUP} w-[var(--anchor-width)] max-w-[var(--available-width)]`}>
            <Autocomplete.List className="max-h-[min(18rem,var(--available-height))] overflow-y-auto">
              {(text: string) => (
                <Autocomplete.Item key={text} value={text} className={`${POPUP_ITEM} font-mono`}>
                  <span className="min-w-0 truncate">{text}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
