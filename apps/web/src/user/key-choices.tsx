import { useMutation } from '@tanstack/react-query';
import { done } from '../api/api-error.js';
import { api, type View } from '../api/client.js';
import { useApp } from '../live/live-context.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Choice } from './choice.js';
import { useChosen } from './use-chosen.js';

const SEND_KEYS = {
  enter: 'Enter sends, Shift+Enter begins a line',
  mod_enter: 'Ctrl+Enter or ⌘+Enter sends',
} as const;
const SINGLE_KEYS = { on: 'On', off: 'Off' } as const;

/** What keys do, kept with the account. */
export function KeyChoices() {
  const { preferences } = useApp();
  const { shown, choose, takeBack } = useChosen(preferences);
  const save = useMutation({
    mutationFn: (body: Pick<View['PreferencesPatch'], 'sendKey' | 'singleKeys'>) =>
      done(api.PATCH('/v1/me/preferences', { body })),
    onError: takeBack,
  });
  if (!shown) return null;
  const { sendKey, singleKeys } = shown;
  return (
    <>
      <Choice
        title="Sending a message"
        name="send-key"
        options={SEND_KEYS}
        value={sendKey}
        onChoose={(chosen) => {
          choose({ sendKey: chosen });
          save.mutate({ sendKey: chosen });
        }}
      />
      <Choice
        title="Shortcuts of a single key"
        name="single-keys"
        options={SINGLE_KEYS}
        value={singleKeys ? 'on' : 'off'}
        onChoose={(chosen) => {
          choose({ singleKeys: chosen === 'on' });
          save.mutate({ singleKeys: chosen === 'on' });
        }}
      />
      {save.isError && <ErrorNotice error={save.error} what="It was not saved." />}
    </>
  );
}
