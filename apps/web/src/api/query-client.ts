import { QueryClient } from '@tanstack/react-query';
import { isPassing } from './api-error.js';

const MOST_RETRIES = 2;

/** For REST pages that no topic carries; what a topic carries is in the live stores. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: (failures, error) => failures < MOST_RETRIES && isPassing(error) },
      mutations: { retry: (failures, error) => failures < MOST_RETRIES && isPassing(error) },
    },
  });
