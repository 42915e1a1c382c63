import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { KeyCaps } from '../ui/key-caps.js';
import { ACTION_IDS, type ActionId, wordsOf } from './actions.js';

const WITH_KEYS = ACTION_IDS.filter((id) => wordsOf(id).keys !== undefined);
const GROUPS = [...new Set(WITH_KEYS.map((id) => wordsOf(id).group))];

/** Every key that does something. */
export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" isWide onClose={onClose}>
      <div
        className="grid gap-x-8 gap-y-4 overflow-y-auto p-3 -outline-offset-2 min-[600px]:grid-cols-2"
        tabIndex={0}
        role="region"
        aria-label="All shortcuts"
      >
        {GROUPS.map((group) => (
          <section key={group} aria-label={group} className="grid content-start gap-1">
            <h2 className="text-meta font-medium text-text-3">{group}</h2>
            <dl className="grid gap-1">
              {WITH_KEYS.filter((id) => wordsOf(id).group === group).map((id) => (
                <Row key={id} id={id} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="flex items-center justify-between gap-2 border-t border-line p-3 text-text-2">
        Single keys can be switched off under Appearance.
        <Button onClick={onClose}>Close</Button>
      </p>
    </Dialog>
  );
}

function Row({ id }: { id: ActionId }) {
  const { name, keys = [] } = wordsOf(id);
  return (
    <div className="flex min-h-7 items-center justify-between gap-2">
      <dt>{name}</dt>
      <dd className="flex gap-2">
        {keys.map((one) => (
          <KeyCaps key={one} keys={one} />
        ))}
      </dd>
    </div>
  );
}
