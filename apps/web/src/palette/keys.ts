import { ACTION_IDS, type ActionId, wordsOf } from './actions.js';

/** What of a pressed key matters. */
export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** A Mac has Command where others have Control. */
export const isMac = (platform: string): boolean => /Mac|iPhone|iPad/.test(platform);

/** A key as the registry writes it: `mod+k`, `?`, `g`. Null for a key that is part of no shortcut. */
export function strokeOf({ key, ctrlKey, metaKey, altKey }: Stroke, mac: boolean): string | null {
  if (altKey || key.length === 0) return null;
  const name = key.length === 1 ? key.toLowerCase() : key === 'Enter' ? 'enter' : null;
  if (name === null) return null;
  if (mac ? metaKey : ctrlKey && name !== '`') return `mod+${name}`;
  if (ctrlKey) return `ctrl+${name}`;
  return metaKey ? null : name;
}

const needsModifier = (keys: string): boolean => keys.includes('+');

/** The action of the strokes so far; `more` when they only begin one. */
export function actionFor(strokes: readonly string[]): { action: ActionId } | { more: boolean } {
  const wanted = strokes.join(' ');
  const whole = ACTION_IDS.find((id) => wordsOf(id).keys?.includes(wanted) ?? false);
  if (whole !== undefined) return { action: whole };
  return { more: ACTION_IDS.some((id) => wordsOf(id).keys?.some((keys) => keys.startsWith(`${wanted} `)) ?? false) };
}

/** Single keys are letters to somebody who writes, and to whoever switched them off. */
export const isSingle = (stroke: string): boolean => !needsModifier(stroke);

const SHOWN: Readonly<Record<string, string>> = { mod: 'Ctrl', ctrl: 'Ctrl', enter: 'Enter' };

/** A shortcut as its parts are printed on keys: `['⌘', 'K']`, `['G', 'I']`. */
export function partsOfKeys(keys: string, mac: boolean): string[] {
  const nameOf = (part: string): string => (mac && part === 'mod' ? '⌘' : (SHOWN[part] ?? part.toUpperCase()));
  return keys.split(/[+ ]/).map(nameOf);
}
