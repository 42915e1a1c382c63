import { type ClipboardEvent, type KeyboardEvent, lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { type Commands, optionId, triggerAt, withChosen } from './suggestion.js';
import { type Suggestion, useSuggestions } from './use-suggestions.js';

const SuggestionList = lazy(async () => ({ default: (await import('./suggestion-list.js')).SuggestionList }));

interface ComposerFieldProps {
  id: string;
  taskId: string;
  text: string;
  placeholder: string;
  isInvalid: boolean;
  commands: Commands;
  onWrite: (text: string) => void;
  onBlur: () => void;
  /** Every key that no suggestion takes. */
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onPasteFiles: (files: readonly File[]) => void;
  onChoose: (suggestion: Suggestion) => void;
}

/** Where the message is written. `@` offers files, `/` at its beginning the commands of the agent. */
export function ComposerField(props: ComposerFieldProps) {
  const { id, taskId, text, placeholder, isInvalid, commands, onWrite, onBlur, onKeyDown, onPasteFiles } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const wantedCaret = useRef<number | null>(null);
  const found = caret === null ? null : triggerAt(text, caret);
  const trigger = found?.from === dismissed ? null : found;
  const { suggestions, words } = useSuggestions(taskId, commands, trigger);
  const list = `${id}-suggestions`;
  const chosen = Math.min(active, suggestions.length - 1);
  useLayoutEffect(() => {
    if (wantedCaret.current === null) return;
    field.current?.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = null;
  }, [text]);
  const see = ({ selectionStart, selectionEnd }: HTMLTextAreaElement): void => {
    setCaret(selectionStart === selectionEnd ? selectionStart : null);
  };
  const choose = (suggestion: Suggestion): void => {
    if (trigger === null) return;
    const next = withChosen(text, trigger, suggestion.text);
    wantedCaret.current = next.caret;
    setCaret(next.caret);
    setActive(0);
    onWrite(next.text);
    props.onChoose(suggestion);
  };
  const takeKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const { key, nativeEvent, shiftKey, ctrlKey, metaKey } = event;
    if (trigger === null || nativeEvent.isComposing || ctrlKey || metaKey) return false;
    const suggestion = suggestions[chosen];
    if (key === 'Escape') setDismissed(trigger.from);
    else if (!suggestion) return false;
    else if (key === 'ArrowDown') setActive((chosen + 1) % suggestions.length);
    else if (key === 'ArrowUp') setActive((chosen + suggestions.length - 1) % suggestions.length);
    else if ((key === 'Enter' && !shiftKey) || (key === 'Tab' && !shiftKey)) choose(suggestion);
    else return false;
    event.preventDefault();
    return true;
  };
  const onPaste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    // Programs that copy text bring a picture of it too; then the text is meant.
    if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return;
    event.preventDefault();
    onPasteFiles(files);
  };
  return (
    <div className="relative">
      {trigger !== null && (suggestions.length > 0 || words !== null) && (
        <Suspense fallback={null}>
          <SuggestionList
            id={list}
            label={trigger.kind === 'file' ? 'Files' : 'Commands'}
            suggestions={suggestions}
            active={chosen}
            words={words}
            onChoose={choose}
          />
        </Suspense>
      )}
      <textarea
        ref={field}
        id={id}
        data-composer
        value={text}
        rows={3}
        placeholder={placeholder}
        aria-describedby={`${id}-hint`}
        aria-invalid={isInvalid}
        aria-autocomplete="list"
        aria-controls={trigger === null ? undefined : list}
        aria-activedescendant={trigger !== null && suggestions.length > 0 ? optionId(list, chosen) : undefined}
        className="field-sizing-content max-h-60 min-h-16 w-full resize-none rounded-card border border-control bg-surface px-3 py-2 text-prose text-text placeholder:text-text-3"
        onChange={({ currentTarget }) => {
          see(currentTarget);
          setDismissed((before) => (found === null ? null : before));
          setActive(0);
          onWrite(currentTarget.value);
        }}
        onSelect={({ currentTarget }) => see(currentTarget)}
        onBlur={() => {
          setCaret(null);
          onBlur();
        }}
        onKeyDown={(event) => {
          if (!takeKey(event)) onKeyDown(event);
        }}
        onPaste={onPaste}
      />
    </div>
  );
}
