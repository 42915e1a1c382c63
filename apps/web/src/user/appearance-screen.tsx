import { useMutation } from '@tanstack/react-query';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useApp } from '../live/live-context.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { type Appearance, showAppearance } from './appearance.js';

const CHOICES = {
  theme: { title: 'Theme', options: { system: 'As the system', light: 'Light', dark: 'Dark' } },
  motion: { title: 'Motion', options: { system: 'As the system', reduced: 'Reduced', full: 'Full' } },
} as const;

/** How the product looks, kept with the account. */
export function AppearanceScreen() {
  const appearance = useApp().preferences?.appearance;
  const save = useMutation({
    mutationFn: (change: Partial<Appearance>) =>
      done(api.PATCH('/v1/me/preferences', { body: { appearance: change } })),
    onError: () => {
      if (appearance) showAppearance(appearance);
    },
  });
  if (!appearance) {
    return (
      <Page title="Appearance">
        <Skeleton rows={2} label="Reading what you chose" />
      </Page>
    );
  }
  const choose = (change: Partial<Appearance>): void => {
    showAppearance({ ...appearance, ...change });
    save.mutate(change);
  };
  const shown = save.isPending ? { ...appearance, ...save.variables } : appearance;
  return (
    <Page title="Appearance">
      <Choice
        title={CHOICES.theme.title}
        name="theme"
        options={CHOICES.theme.options}
        value={shown.theme}
        onChoose={(theme) => {
          choose({ theme });
        }}
      />
      <Choice
        title={CHOICES.motion.title}
        name="motion"
        options={CHOICES.motion.options}
        value={shown.motion}
        onChoose={(motion) => {
          choose({ motion });
        }}
      />
      <p role="status" className="text-text-2">
        {save.isSuccess && 'Saved for all your browsers.'}
      </p>
      {save.isError && <ErrorNotice error={save.error} what="It was not saved." />}
    </Page>
  );
}

interface ChoiceProps<K extends string> {
  title: string;
  name: string;
  options: Readonly<Record<K, string>>;
  value: K;
  onChoose: (value: K) => void;
}

function Choice<K extends string>({ title, name, options, value, onChoose }: ChoiceProps<K>) {
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
