import { CONTROL_SHAPE } from '../ui/field.js';

interface StateChoiceProps<S extends string> {
  label: string;
  states: Readonly<Record<S, string>>;
  value: S;
  onChoose: (state: S) => void;
}

/** One of a few states, as a field to choose from. */
export function StateChoice<S extends string>({ label, states, value, onChoose }: StateChoiceProps<S>) {
  const isState = (text: string): text is S => text in states;
  return (
    <select
      aria-label={label}
      className={`${CONTROL_SHAPE} justify-self-start`}
      value={value}
      onChange={({ target }) => {
        if (isState(target.value)) onChoose(target.value);
      }}
    >
      {Object.keys(states)
        .filter(isState)
        .map((state) => (
          <option key={state} value={state}>
            {states[state]}
          </option>
        ))}
    </select>
  );
}
