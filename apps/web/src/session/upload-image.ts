import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';

/** Keeps an image with a task, for a message. Throws `ApiError`, and `TypeError` when nothing came back. */
export async function uploadImage(taskId: string, file: Blob): Promise<string> {
  const { uploadId } = await answered(
    api.POST('/v1/tasks/{taskId}/uploads', {
      params: { path: { taskId } },
      body: { data: await base64Of(file) },
    }),
  );
  return uploadId;
}

/** Where an image can be looked at, by those who see its task. */
export const imageAddress = (uploadId: string): string => `/v1/uploads/${encodeURIComponent(uploadId)}`;

function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : '');
    };
    // A file that was moved or removed since it was chosen.
    reader.onerror = () => {
      reject(reader.error ?? new Error('The file was not read.'));
    };
    reader.readAsDataURL(file);
  });
}
