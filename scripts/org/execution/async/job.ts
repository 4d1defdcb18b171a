// Work that waits for its own transaction.
import type { ClassInfo } from '../../apex/runtime/types.ts';

export type Job =
    | {
          kind: 'queueable';
          id: string;
          due: number;
          userId: string;
          object: object;
          depth: number;
          maxDepth: number | null;
          delayMinutes: number | null;
          signature: string | null;
          retries: number;
      }
    | {
          kind: 'future';
          id: string;
          due: number;
          userId: string;
          owner: ClassInfo;
          methodKey: string;
          args: unknown[];
          callout: boolean;
      }
    | { kind: 'batch'; id: string; due: number; userId: string; object: object; scope: number }
    | {
          kind: 'scheduled';
          id: string;
          due: number;
          userId: string;
          object: object;
          name: string;
          cron: string;
          jobId: string | null;
      }
    | { kind: 'scheduledBatch'; id: string; due: number; userId: string; object: object; name: string; scope: number }
    | { kind: 'events'; id: string; due: number; userId: string; object: string };

export type JobKind = Job['kind'];
