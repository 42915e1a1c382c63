import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Drawing } from '../drawing/drawing.js';
import { writeDrawing } from '../drawing/write.js';
import type { Repository } from '../state/records.js';

/** Draws a repository that has no folder yet; undefined makes an empty one. */
export type Draw = (repository: Repository) => Drawing | undefined;

/** Where the bare repositories lie, by id, so that renames move nothing. They are made when someone first needs them. */
export class GitFolders {
  private readonly making = new Map<number, Promise<void>>();
  private readonly queues = new Map<number, Promise<unknown>>();
  private draw: Draw = () => undefined;

  constructor(readonly root: string) {}

  /** Tells how repositories are drawn; the seed knows. */
  drawnBy(draw: Draw): void {
    this.draw = draw;
  }

  /** The folder of a repository, made now if it is not there. */
  async of(repository: Repository): Promise<string> {
    const folder = this.path(repository.id);
    if (existsSync(folder)) return folder;
    const making = this.making.get(repository.id) ?? this.make(repository, folder);
    this.making.set(repository.id, making);
    await making;
    return folder;
  }

  /** Runs changes of one repository one after the other. */
  async exclusively<T>(repositoryId: number, work: () => Promise<T>): Promise<T> {
    const before = this.queues.get(repositoryId) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.queues.set(
      repositoryId,
      mine.then(
        () => undefined,
        () => undefined,
      ),
    );
    return mine;
  }

  async remove(repositoryId: number): Promise<void> {
    await rm(this.path(repositoryId), { recursive: true, force: true });
  }

  path(repositoryId: number): string {
    return join(this.root, `${repositoryId}.git`);
  }

  private async make(repository: Repository, folder: string): Promise<void> {
    await mkdir(this.root, { recursive: true });
    await writeDrawing(this.draw(repository) ?? new Drawing(repository.defaultBranch), folder);
    this.making.delete(repository.id);
  }
}
