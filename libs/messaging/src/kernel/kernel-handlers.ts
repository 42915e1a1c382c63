import type { Provider } from '@nestjs/common';

/** Handlers and effects of the kernel's own commands. */
export const kernelHandlers: Provider[] = [];
