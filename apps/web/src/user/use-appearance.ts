import { useEffect } from 'react';
import { useApp } from '../live/live-context.js';
import { showAppearance } from './appearance.js';

/** Shows the page as the account says, from any device, as soon as it is said. */
export function useAppearance(): void {
  const appearance = useApp().preferences?.appearance;
  useEffect(() => {
    if (appearance) showAppearance(appearance);
  }, [appearance]);
}
