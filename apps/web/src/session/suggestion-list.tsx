import { POPUP } from '../ui/popup.js';
import { optionId } from './suggestion.js';
import type { Suggestion } from './use-suggestions.js';

interface SuggestionListProps {
  id: string;
  label: string;
  suggestions: readonly Suggestion[];
  /** Which one Enter takes. */
  active: number;
  /** Said over the suggestions, or in place of them. */
  words: string | null;
  onChoose: (suggestion: Suggestion) => void;
}

/** What can be put in place of what was typed, over the field. The field keeps the focus. */
export function SuggestionList({ id, label, suggestions, active, words, onChoose }: SuggestionListProps) {
  return (
    <div className={`${POPUP} absolute inset-x-0 bottom-full z-20 mb-1`}>
      {words !== null && (
        <p role="status" className="px-2 py-1 text-text-2">
          {words}
        </p>
      )}
      <ul
        id={id}
        role="listbox"
        aria-label={label}
        // A press on the list would take the focus from the field.
        onMouseDown={(event) => event.preventDefault()}
      >
        {suggestions.map((suggestion, index) => (
          <li
            key={suggestion.text}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            className={`flex min-h-7 flex-wrap items-center gap-x-3 rounded-button px-2 py-1 pointer-coarse:min-h-11 ${index === active ? 'bg-selected' : 'hover:bg-hover'}`}
            onClick={() => onChoose(suggestion)}
          >
            <span className="min-w-0 font-mono break-all">{suggestion.name}</span>
            {suggestion.hint !== '' && <span className="text-text-2">{suggestion.hint}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
