import { useState } from 'react';
import { newId } from '../api/new-id.js';
import type { Draft } from './draft.js';
import { sortImages } from './image-files.js';
import { uploadImage } from './upload-image.js';

/** An image on its way to the server. */
export interface ImageOnItsWay {
  readonly key: string;
  readonly file: File;
  /** Of the picture in this tab. */
  readonly address: string;
  /** Null: it is being sent. */
  readonly error: Error | null;
}

const NONE: readonly ImageOnItsWay[] = Object.freeze([]);
const NO_WORDS: readonly string[] = Object.freeze([]);

/** Images for the message that is being written: each goes to the server at once and is attached when it is there. */
export function useImages(taskId: string, draft: Draft, noImages: string | null) {
  const [onTheirWay, setOnTheirWay] = useState(NONE);
  const [refused, setRefused] = useState(NO_WORDS);
  const remove = ({ key, address }: ImageOnItsWay): void => {
    URL.revokeObjectURL(address);
    setOnTheirWay((all) => all.filter((one) => one.key !== key));
  };
  const send = async (image: ImageOnItsWay): Promise<void> => {
    setOnTheirWay((all) => [...all.filter(({ key }) => key !== image.key), { ...image, error: null }]);
    try {
      const uploadId = await uploadImage(taskId, image.file);
      draft.attach({ kind: 'image', uploadId });
      remove(image);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      setOnTheirWay((all) => all.map((one) => (one.key === image.key ? { ...one, error } : one)));
    }
  };
  return {
    onTheirWay,
    /** Sentences about files that were left out just now. */
    refused,
    forgetRefused: (): void => {
      setRefused(NO_WORDS);
    },
    isSending: onTheirWay.some(({ error }) => error === null),
    add: (files: readonly File[]): void => {
      const { attachments } = draft.get();
      const images = attachments.filter(({ kind }) => kind === 'image').length + onTheirWay.length;
      const sorted = sortImages(files, { images, attachments: attachments.length + onTheirWay.length, noImages });
      setRefused(sorted.refused);
      for (const file of sorted.taken) {
        void send({ key: newId(), file, address: URL.createObjectURL(file), error: null });
      }
    },
    retry: (image: ImageOnItsWay): void => {
      void send(image);
    },
    remove,
  };
}
