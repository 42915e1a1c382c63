interface ActionWords {
  readonly name: string;
  readonly group: 'General' | 'Go to' | 'Task' | 'Session' | 'Panels';
  /** A key, keys held together (`mod+k`) or one after the other (`g i`). `mod` is Command on a Mac, else Control. */
  readonly keys?: readonly string[];
}

/**
 * Everything that a person can do from the keyboard, in one place: menus, palette, shortcuts and their sheet read it. A
 * screen offers what it can do with `useAction`, which takes nothing that does not stand here.
 */
export const ACTIONS = {
  'palette.open': { name: 'Command palette', group: 'General', keys: ['mod+k'] },
  'shortcuts.show': { name: 'Keyboard shortcuts', group: 'General', keys: ['?'] },
  'task.new': { name: 'New task', group: 'General', keys: ['c'] },
  'list.filter': { name: 'Filter tasks', group: 'General', keys: ['/'] },
  'list.enter': { name: 'Go into the list of tasks', group: 'General', keys: ['j'] },
  'theme.change': { name: 'Change between light and dark', group: 'General' },
  'account.signOut': { name: 'Sign out', group: 'General' },
  'go.inbox': { name: 'Inbox', group: 'Go to', keys: ['g i'] },
  'go.tasks': { name: 'Tasks', group: 'Go to', keys: ['g t'] },
  'go.inspector': { name: 'Inspector', group: 'Go to', keys: ['g l'] },
  'go.settings': { name: 'Settings', group: 'Go to', keys: ['g s'] },
  'go.github': { name: 'GitHub and sync', group: 'Go to' },
  'go.members': { name: 'Members', group: 'Go to' },
  'go.agents': { name: 'Agents', group: 'Go to' },
  'go.sandboxes': { name: 'Sandboxes', group: 'Go to' },
  'go.audit': { name: 'Audit log', group: 'Go to' },
  'go.account': { name: 'Account', group: 'Go to' },
  'go.appearance': { name: 'Appearance', group: 'Go to' },
  'go.notifications': { name: 'Notifications', group: 'Go to' },
  'go.tokens': { name: 'API tokens', group: 'Go to' },
  'task.pin': { name: 'Pin or unpin the task', group: 'Task', keys: ['p'] },
  'task.unread': { name: 'Mark the task as unread', group: 'Task', keys: ['u'] },
  'task.archive': { name: 'Archive or restore the task', group: 'Task', keys: ['e'] },
  'task.owner': { name: 'Change the owner', group: 'Task', keys: ['a'] },
  'task.rename': { name: 'Rename the task', group: 'Task', keys: ['r'] },
  'task.pullRequest': { name: 'Open the pull request on GitHub', group: 'Task', keys: ['o'] },
  'task.copyLink': { name: 'Copy the link of the task', group: 'Task' },
  'task.copyBranch': { name: 'Copy the branch', group: 'Task' },
  'task.history': { name: 'Open the history of the task', group: 'Task' },
  'message.send': { name: 'Send', group: 'Session', keys: ['mod+enter'] },
  'turn.stop': { name: 'Stop the turn', group: 'Session', keys: ['mod+.'] },
  'session.new': { name: 'New session', group: 'Session' },
  'session.previous': { name: 'Previous session', group: 'Session', keys: ['['] },
  'session.next': { name: 'Next session', group: 'Session', keys: [']'] },
  'conversation.find': { name: 'Find in the conversation (Ctrl+F inside it)', group: 'Session' },
  'conversation.outline': { name: 'Outline of the conversation', group: 'Session' },
  'panel.tasks': { name: 'Show or hide the list of tasks', group: 'Panels' },
  'panel.details': { name: 'Show or hide the details', group: 'Panels' },
  'panel.overview': { name: 'Overview', group: 'Panels', keys: ['1'] },
  'panel.changes': { name: 'Changes', group: 'Panels', keys: ['2'] },
  'panel.files': { name: 'Files', group: 'Panels', keys: ['3'] },
  'panel.terminal': { name: 'Terminal', group: 'Panels', keys: ['ctrl+`'] },
} as const satisfies Record<string, ActionWords>;

export type ActionId = keyof typeof ACTIONS;

const isActionId = (text: string): text is ActionId => text in ACTIONS;

/** In the order in which they stand above. */
export const ACTION_IDS: readonly ActionId[] = Object.freeze(Object.keys(ACTIONS).filter(isActionId));

/** The same action without the narrow type of its entry. */
export const wordsOf = (id: ActionId): ActionWords => ACTIONS[id];
