import { useMutation } from '@tanstack/react-query';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useApp } from '../live/live-context.js';
import { showToast } from '../ui/toast-store.js';
import { type Appearance, showAppearance } from './appearance.js';

const isDark = ({ theme }: Appearance): boolean =>
  theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);

/** Changes between light and dark, for all browsers of this person. Null until the account said how it is now. */
export function useChangeTheme(): (() => void) | null {
  const appearance = useApp().preferences?.appearance;
  const save = useMutation({
    mutationFn: (theme: Appearance['theme']) =>
      done(api.PATCH('/v1/me/preferences', { body: { appearance: { theme } } })),
    onError: (error) => {
      if (appearance) showAppearance(appearance);
      showToast(`The theme was not saved. ${error.message}`, { isError: true });
    },
  });
  if (!appearance) return null;
  return () => {
    const theme = isDark(appearance) ? 'light' : 'dark';
    showAppearance({ ...appearance, theme });
    save.mutate(theme);
  };
}
