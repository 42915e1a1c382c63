import { lazy, Suspense, useState } from 'react';

const PictureDialog = lazy(async () => ({ default: (await import('./picture-dialog.js')).PictureDialog }));

interface PictureProps {
  address: string;
  name: string;
  isLarge?: boolean;
}

/** An image of a message, small; as large as the screen allows when it is pressed. */
export function Picture({ address, name, isLarge = false }: PictureProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [isGone, setIsGone] = useState(false);
  if (isGone) return <span className="px-2 py-1 text-meta text-text-2">{name} is not kept any more</span>;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className="rounded-chip outline-offset-1 hover:opacity-80"
        onClick={() => setIsOpen(true)}
      >
        <img
          src={address}
          alt={name}
          className={`rounded-chip border border-line bg-surface object-contain ${isLarge ? 'h-32 max-w-full' : 'size-12'}`}
          onError={() => setIsGone(true)}
        />
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <PictureDialog address={address} name={name} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
