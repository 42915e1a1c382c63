import { isMac, partsOfKeys } from '../palette/keys.js';

/** A shortcut as keys. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className="flex shrink-0 gap-1">
      {partsOfKeys(keys, isMac(navigator.platform)).map((part) => (
        <kbd
          key={part}
          className="min-w-5 rounded-chip border border-line bg-sunken px-1 text-center font-sans text-meta text-text-2"
        >
          {part}
        </kbd>
      ))}
    </span>
  );
}
