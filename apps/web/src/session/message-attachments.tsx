import type { AttachedData } from './item-data.js';
import { Picture } from './picture.js';
import { imageAddress } from './upload-image.js';

/** What a message points to: its images, then files and lines. */
export function MessageAttachments({ attachments }: { attachments: readonly AttachedData[] }) {
  const images = attachments.flatMap(({ kind, uploadId }) => (kind === 'image' && uploadId ? [uploadId] : []));
  const others = attachments.filter(({ kind }) => kind !== 'image');
  return (
    <>
      {images.length > 0 && (
        <ul aria-label="Images" className="flex flex-wrap gap-2">
          {images.map((uploadId, index) => (
            <li key={uploadId} className="min-w-0">
              <Picture address={imageAddress(uploadId)} name={`Image ${index + 1}`} isLarge />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul aria-label="Attached" className="flex flex-wrap gap-1">
          {others.map(({ kind, path, line }, index) => (
            <li key={index} className="rounded-chip bg-sunken px-1.5 py-0.5 font-mono text-meta break-all">
              {path ?? kind}
              {line ? `:${line}` : ''}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
