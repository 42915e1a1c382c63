import { z } from 'zod';

/** A file or folder of the repository. */
export const FileEntry = z
  .object({
    path: z.string().meta({ description: 'Path from the root of the repository.' }),
    name: z.string().meta({ description: 'Its last part.' }),
    kind: z
      .enum(['folder', 'file', 'executable', 'link', 'submodule'])
      .meta({ description: 'What it is; another repository inside is a `submodule`.' }),
    size: z.int().min(0).nullable().meta({ description: 'Bytes of a file; null of everything else.' }),
  })
  .meta({
    id: 'FileEntry',
    description: 'A file or folder of the repository.',
    examples: [{ path: 'src/index.ts', name: 'index.ts', kind: 'file' as const, size: 120 }],
  });
export type FileEntry = z.infer<typeof FileEntry>;

/** A file as it was in one state of the repository. */
export const FileContent = z
  .object({
    path: z.string().meta({ description: 'Path from the root of the repository.' }),
    size: z.int().min(0).meta({ description: 'Bytes.' }),
    binary: z.boolean().meta({ description: 'It is no text, so it is not shown.' }),
    tooLarge: z.boolean().meta({ description: 'It is larger than 1 MiB, so it is not shown.' }),
    text: z.string().nullable().meta({ description: 'What it says; null when it is not shown.' }),
  })
  .meta({
    id: 'FileContent',
    description: 'A file as it was in one state of the repository.',
    examples: [{ path: 'README.md', size: 8, binary: false, tooLarge: false, text: '# Hello\n' }],
  });
export type FileContent = z.infer<typeof FileContent>;

const KINDS: Readonly<Record<string, FileEntry['kind']>> = {
  '040000': 'folder',
  '100755': 'executable',
  '120000': 'link',
  '160000': 'submodule',
};

/** Reads `git ls-tree -z -l`: `mode type id size`, a tab, the name. Folders come first. */
export function filesIn(listing: string, folder: string): FileEntry[] {
  const entries = listing.split('\0').flatMap((line): FileEntry[] => {
    const [, mode = '', size = '', name = ''] = /^(\d+) \w+ \w+ +(\d+|-)\t(.+)$/s.exec(line) ?? [];
    if (name === '') return [];
    const path = folder === '' ? name : `${folder}/${name}`;
    return [{ path, name, kind: KINDS[mode] ?? 'file', size: size === '-' ? null : Number(size) }];
  });
  const rank = ({ kind }: FileEntry) => (kind === 'folder' ? 0 : 1);
  return entries.sort((one, other) => rank(one) - rank(other));
}

/** Null stands for a file that is too large. */
export function fileAt(path: string, size: number, text: string | null): FileContent {
  const binary = text?.includes('\0') ?? false;
  return { path, size, binary, tooLarge: text === null, text: binary ? null : text };
}
