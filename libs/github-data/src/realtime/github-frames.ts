import { FramesOf, type ShowsFrames } from '@foundry/messaging';
import type { Frame } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { AccessChanged, DiscoveryChanged, RepositoriesChanged, StatusChanged } from '../contracts/index.js';

@Injectable()
@FramesOf(StatusChanged)
export class StatusFrames implements ShowsFrames<StatusChanged> {
  frames({ payload: { organizationId, github } }: StatusChanged): Frame[] {
    return [{ topic: `organization:${organizationId}`, type: 'github', data: github }];
  }
}

@Injectable()
@FramesOf(RepositoriesChanged)
export class RepositoriesFrames implements ShowsFrames<RepositoriesChanged> {
  frames({ payload: { organizationId, repositories } }: RepositoriesChanged): Frame[] {
    return [{ topic: `organization:${organizationId}`, type: 'repositories', data: { repositories } }];
  }
}

/** Shown to nobody: it marks in the topic where this person began to see more or less of the organization. */
@Injectable()
@FramesOf(AccessChanged)
export class AccessFrames implements ShowsFrames<AccessChanged> {
  frames({ payload: { organizationId, userId } }: AccessChanged): Frame[] {
    return [{ topic: `organization:${organizationId}`, type: 'access', data: { userId } }];
  }
}

@Injectable()
@FramesOf(DiscoveryChanged)
export class DiscoveryFrames implements ShowsFrames<DiscoveryChanged> {
  frames({ payload: { userId, discovery } }: DiscoveryChanged): Frame[] {
    return [{ topic: `app:${userId}`, type: 'discovery', data: discovery }];
  }
}

export const FRAMES = [StatusFrames, RepositoriesFrames, AccessFrames, DiscoveryFrames];
