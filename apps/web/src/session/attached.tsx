import { X } from 'lucide-react';
import { ErrorNotice } from '../ui/error-notice.js';
import { Picture } from './picture.js';
import type { Attachment } from './session-calls.js';
import { imageAddress } from './upload-image.js';
import type { ImageOnItsWay } from './use-images.js';

interface AttachedProps {
  attachments: readonly Attachment[];
  onRemove: (index: number) => void;
  onTheirWay: readonly ImageOnItsWay[];
  onRetry: (image: ImageOnItsWay) => void;
  onGiveUp: (image: ImageOnItsWay) => void;
}

/** What goes with the message: each can be taken away again. */
export function Attached({ attachments, onRemove, onTheirWay, onRetry, onGiveUp }: AttachedProps) {
  const failed = onTheirWay.filter(({ error }) => error !== null);
  return (
    <div className="grid gap-2">
      {failed.map((image) => (
        <ErrorNotice
          key={image.key}
          error={image.error}
          what={`${image.file.name} was not attached.`}
          retry={() => onRetry(image)}
        />
      ))}
      <ul aria-label="Attached" className="flex flex-wrap gap-1">
        {attachments.map((attachment, index) => (
          <Chip key={keyOf(attachment, index)} name={nameOf(attachments, index)} onRemove={() => onRemove(index)}>
            {attachment.kind === 'image' ? (
              <Picture address={imageAddress(attachment.uploadId)} name={nameOf(attachments, index)} />
            ) : (
              <span className="truncate pl-2 font-mono text-meta">{nameOf(attachments, index)}</span>
            )}
          </Chip>
        ))}
        {onTheirWay.map((image) => (
          <Chip key={image.key} name={image.file.name} onRemove={() => onGiveUp(image)}>
            <Picture address={image.address} name={image.file.name} />
            <span role="status" className={`pl-1 text-meta ${image.error ? 'text-danger' : 'text-text-2'}`}>
              {image.error ? 'Not attached' : 'Uploading'}
            </span>
          </Chip>
        ))}
      </ul>
    </div>
  );
}

interface ChipProps {
  name: string;
  onRemove: () => void;
  children: React.ReactNode;
}

function Chip({ name, onRemove, children }: ChipProps) {
  return (
    <li className="flex max-w-full min-w-0 items-center gap-1 rounded-chip bg-sunken">
      {children}
      <button
        type="button"
        aria-label={`Remove ${name}`}
        className="grid size-6 shrink-0 place-items-center rounded-chip hover:bg-hover pointer-coarse:size-11"
        onClick={onRemove}
      >
        <X aria-hidden="true" size={14} strokeWidth={1.75} />
      </button>
    </li>
  );
}

const keyOf = (attachment: Attachment, index: number): string =>
  attachment.kind === 'image' ? attachment.uploadId : String(index);

/** Images have no name, so they are counted. */
function nameOf(all: readonly Attachment[], index: number): string {
  const attachment = all[index];
  switch (attachment?.kind) {
    case 'line':
      return `${attachment.path}:${attachment.line}`;
    case 'file':
      return attachment.path;
    default:
      return `Image ${all.slice(0, index + 1).filter(({ kind }) => kind === 'image').length}`;
  }
}
