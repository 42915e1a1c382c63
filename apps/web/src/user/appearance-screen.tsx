import { useMutation } from '@tanstack/react-query';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useApp } from '../live/live-context.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { type Appearance, showAppearance } from './appearance.js';
import { Choice } from './choice.js';
import { KeyChoices } from './key-choices.js';
import { useChosen } from './use-chosen.js';

const CHOICES = {
  theme: { title: 'Theme', options: { system: 'As the system', light: 'Light', dark: 'Dark' } },
  density: { title: 'Density of lists', options: { comfortable: 'Comfortable', compact: 'Compact' } },
  motion: { title: 'Motion', options: { system: 'As the system', reduced: 'Reduced', full: 'Full' } },
} as const;

/** How the product looks, kept with the account. */
export function AppearanceScreen() {
  const appearance = useApp().preferences?.appearance ?? null;
  const { shown, choose: show, takeBack } = useChosen<Appearance>(appearance);
  const save = useMutation({
    mutationFn: (change: Partial<Appearance>) =>
      done(api.PATCH('/v1/me/preferences', { body: { appearance: change } })),
    onError: () => {
      takeBack();
      if (appearance) showAppearance(appearance);
    },
  });
  if (!shown) {
    return (
      <Page title="Appearance">
        <Skeleton rows={2} label="Reading what you chose" />
      </Page>
    );
  }
  const choose = (change: Partial<Appearance>): void => {
    show(change);
    showAppearance({ ...shown, ...change });
    save.mutate(change);
  };
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
        title={CHOICES.density.title}
        name="density"
        options={CHOICES.density.options}
        value={shown.density}
        onChoose={(density) => {
          choose({ density });
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
      <KeyChoices />
    </Page>
  );
}
