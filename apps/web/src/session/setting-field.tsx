import { lazy, Suspense, useId } from 'react';
import { CONTROL } from '../ui/field.js';

const ChoiceField = lazy(async () => ({ default: (await import('../ui/choice-field.js')).ChoiceField }));

/** More choices than these are searched. */
const FEW = 12;
const USUAL = { id: '', name: 'Usual' };

interface SettingFieldProps {
  label: string;
  choices: readonly { id: string; name: string }[];
  /** Null: what is usual for the agent. */
  value: string | null;
  onChoose: (value: string | null) => void;
}

/** One thing that can be chosen of an agent; nothing where it offers no choice. */
export function SettingField({ label, choices, value, onChoose }: SettingFieldProps) {
  const id = useId();
  if (choices.length === 0 && value === null) return null;
  // What was chosen before the agent stopped offering it is shown all the same.
  const known = value === null || choices.some((one) => one.id === value) ? choices : [...choices, own(value)];
  const choose = (chosen: string): void => onChoose(chosen === '' ? null : chosen);
  return (
    <div className="grid min-w-0 content-start gap-1 text-meta text-text-2">
      <label htmlFor={id}>{label}</label>
      {known.length > FEW ? (
        <Suspense fallback={<span className={CONTROL}>Loading</span>}>
          <ChoiceField
            id={id}
            choices={[USUAL, ...known]}
            value={known.find((one) => one.id === value) ?? USUAL}
            empty={`No ${label.toLowerCase()} has these words.`}
            onChoose={(choice) => choose(choice.id)}
          />
        </Suspense>
      ) : (
        <select id={id} className={CONTROL} value={value ?? ''} onChange={({ target }) => choose(target.value)}>
          <option value="">Usual</option>
          {known.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

const own = (id: string): { id: string; name: string } => ({ id, name: id });
