import { config } from 'zod/mini';

// Schemas would try whether they may write code as they go, which the content policy forbids and reports.
config({ jitless: true });
