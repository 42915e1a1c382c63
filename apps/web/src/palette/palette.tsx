import { Autocomplete } from '@base-ui/react/autocomplete';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useApp, useOrganization } from '../live/live-context.js';
import { lastOrganizationId } from '../organization/last-organization.js';
import { Dialog } from '../ui/dialog.js';
import { KeyCaps } from '../ui/key-caps.js';
import { POPUP_ITEM } from '../ui/popup.js';
import { wordsOf } from './actions.js';
import { entriesFor, type Entry, type EntryGroup, pastedEntries, type Searched } from './entries.js';
import { runAction, useOfferedActions } from './use-action.js';
import { usePastedAddress } from './use-pasted-address.js';

type Found = Omit<Searched, 'offered'>;

const NOTHING: Found = Object.freeze({ tasks: Object.freeze([]), members: Object.freeze([]) });

interface PaletteProps {
  onClose: () => void;
}

/** Everything by its name: tasks, actions, repositories and people. */
export function Palette({ onClose }: PaletteProps) {
  const { organizations } = useApp();
  const { organizationId = lastOrganizationId() ?? organizations[0]?.id } = useParams({ strict: false });
  if (organizationId === undefined) return <PaletteOf organizationId="" found={NOTHING} onClose={onClose} />;
  return <OrganizationPalette organizationId={organizationId} onClose={onClose} />;
}

function OrganizationPalette({ organizationId, onClose }: PaletteProps & { organizationId: string }) {
  const { state } = useOrganization(organizationId);
  const found = useMemo(
    () => (state ? { tasks: [...state.tasks.values()], members: [...state.members.values()] } : NOTHING),
    [state],
  );
  return <PaletteOf organizationId={organizationId} found={found} onClose={onClose} />;
}

function PaletteOf({ organizationId, found, onClose }: PaletteProps & { organizationId: string; found: Found }) {
  const navigate = useNavigate();
  const offered = useOfferedActions();
  const [text, setText] = useState('');
  const pasted = usePastedAddress(text, organizationId, found.tasks);
  const isPasted = pasted !== null;
  const named = pasted?.task ?? null;
  const groups = useMemo(
    () => (isPasted ? pastedEntries(named) : entriesFor({ ...found, offered }, text)),
    [isPasted, named, found, offered, text],
  );
  const choose = (entry: Entry): void => {
    onClose();
    switch (entry.kind) {
      case 'action':
        // After the palette gave the focus back, so that what is opened may take it.
        setTimeout(() => runAction(entry.action), 0);
        return;
      case 'task':
        void navigate({
          to: '/o/$organizationId/tasks/$taskId',
          params: { organizationId: entry.organizationId, taskId: entry.taskId },
        });
        return;
      case 'repository':
        void navigate({ to: '/o/$organizationId/new', params: { organizationId }, search: { repo: entry.label } });
        return;
      case 'person':
        void navigate({
          to: '/o/$organizationId/settings/members',
          params: { organizationId },
          search: { q: entry.login },
        });
        return;
    }
  };
  return (
    <Dialog title="Command palette" isTitleHidden isWide onClose={onClose}>
      <Autocomplete.Root
        open
        inline
        items={groups}
        filter={null}
        autoHighlight="always"
        keepHighlight
        value={text}
        itemToStringValue={({ label }: Entry) => label}
        onValueChange={(value, { reason }) => {
          if (reason !== 'item-press') setText(value);
        }}
      >
        <div className="flex items-center gap-2 border-b border-line px-3">
          <Search aria-hidden="true" size={16} strokeWidth={1.75} className="text-text-3" />
          <Autocomplete.Input
            aria-label="Search tasks and actions"
            placeholder="Search tasks and actions.  > actions  # pull requests  @ people"
            className="min-h-11 w-full bg-transparent outline-none placeholder:text-text-3"
          />
        </div>
        <Autocomplete.Empty>
          <div className="p-3 text-text-2">{pasted?.words ?? 'Nothing is called so.'}</div>
        </Autocomplete.Empty>
        <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto p-1 data-[empty]:hidden">
          {(group: EntryGroup) => (
            <Autocomplete.Group key={group.value} items={group.items}>
              <Autocomplete.GroupLabel className="px-2 pt-2 pb-1 text-meta font-medium text-text-3">
                {group.value}
              </Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(entry: Entry) => (
                  <Autocomplete.Item
                    key={entry.key}
                    value={entry}
                    className={POPUP_ITEM}
                    onClick={() => {
                      choose(entry);
                    }}
                  >
                    <span className="min-w-0 flex-1 truncate">{entry.label}</span>
                    <Hint entry={entry} />
                  </Autocomplete.Item>
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
      </Autocomplete.Root>
    </Dialog>
  );
}

function Hint({ entry }: { entry: Entry }) {
  if (entry.kind === 'action') return wordsOf(entry.action).keys?.map((keys) => <KeyCaps key={keys} keys={keys} />);
  return <span className="max-w-[45%] shrink-0 truncate text-meta text-text-3">{entry.hint}</span>;
}
