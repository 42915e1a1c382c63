interface ChoiceProps<K extends string> {
  title: string;
  name: string;
  options: Readonly<Record<K, string>>;
  value: K;
  onChoose: (value: K) => void;
}

/** One of a few values. */
export function Choice<K extends string>({ title, name, options, value, onChoose }: ChoiceProps<K>) {
  const isOption = (text: string): text is K => text in options;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-title font-semibold">{title}</legend>
      {Object.keys(options)
        .filter(isOption)
        .map((option) => (
          <label key={option} className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => {
                onChoose(option);
              }}
            />
            {options[option]}
          </label>
        ))}
    </fieldset>
  );
}
