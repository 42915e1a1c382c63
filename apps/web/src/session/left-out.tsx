import { X } from 'lucide-react';

interface LeftOutProps {
  words: readonly string[];
  onClose: () => void;
}

/** What was not attached, and why; it stays until somebody closes it or sends. */
export function LeftOut({ words, onClose }: LeftOutProps) {
  if (words.length === 0) return null;
  return (
    <div role="alert" className="flex items-start gap-2 rounded-card border border-warning px-2 py-1 text-warning">
      <ul className="min-w-0 flex-1 break-words">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <button
        type="button"
        aria-label="Close"
        className="grid size-6 shrink-0 place-items-center rounded-chip hover:bg-hover pointer-coarse:size-11"
        onClick={onClose}
      >
        <X aria-hidden="true" size={14} strokeWidth={1.75} />
      </button>
    </div>
  );
}
