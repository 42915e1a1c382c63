import { ImagePlus } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../ui/button.js';
import { IMAGE_TYPES } from './image-files.js';

interface AttachButtonProps {
  /** Why the agent takes none; null: it takes them. */
  noImages: string | null;
  onFiles: (files: readonly File[]) => void;
}

/** Chooses images from this machine. */
export function AttachButton({ noImages, onFiles }: AttachButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={[...IMAGE_TYPES].join(',')}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button
        look="quiet"
        aria-label="Attach images"
        title={noImages ?? 'Attach images: PNG, JPEG, GIF or WebP'}
        disabled={noImages !== null}
        onClick={() => picker.current?.click()}
      >
        <ImagePlus aria-hidden="true" size={16} strokeWidth={1.75} />
      </Button>
    </>
  );
}
