import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';

interface PictureDialogProps {
  address: string;
  name: string;
  onClose: () => void;
}

export function PictureDialog({ address, name, onClose }: PictureDialogProps) {
  return (
    <Dialog title={name} isWide onClose={onClose}>
      <div className="grid min-h-0 justify-items-center gap-3 overflow-auto p-3">
        <img
          src={address}
          alt={name}
          className="max-h-[60vh] max-w-full rounded-chip border border-line object-contain"
        />
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  );
}
