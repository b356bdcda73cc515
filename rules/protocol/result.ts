import type { ErrorCode } from './error-codes.ts';

/** The one shape of an answer. `field` names the part of the request that was refused, never its value. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: { code: ErrorCode; field?: string; untilMs?: number } };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed(code: ErrorCode, field?: string): Result<never> {
  return { ok: false, error: field === undefined ? { code } : { code, field } };
}
