import { z } from 'zod';
import { DENIAL_CATEGORIES, STATUS_OUTCOMES, STATUS_TOPICS, TYPICAL_ACTIONS } from './vocabulary.ts';

/** The shape of the code tables. Used by tests and the build only, so that the look-ups themselves carry no zod. */
const meaning = z.string().min(3).max(90);
const flags = (...allowed: string[]) => z.string().refine((text) => text === '' || text.split(' ').every((flag) => allowed.includes(flag)), 'unknown flag');

export const carcTableSchema = z.record(z.string().regex(/^(?:[1-9]\d{0,2}|[ABDPWY]\d{1,2})$/), z.tuple([
  meaning, z.enum(DENIAL_CATEGORIES), z.enum(TYPICAL_ACTIONS), flags('preventable', 'retired'),
]));

export const rarcTableSchema = z.record(z.string().regex(/^(?:M[1-9]\d{0,2}|MA\d{2,3}|N[1-9]\d{0,2})$/), z.tuple([
  meaning, z.enum(DENIAL_CATEGORIES), flags('alert', 'retired', 'appeal', 'no-appeal', 'resend', 'no-resend'),
]));

export const statusCategoryTableSchema = z.record(z.string().regex(/^(?:A[0-8]|D0|DR0[1-8]|E[0-4]|F[0-5]|F3[FN]|P[0-5]|R(?:0|1|[3-9]|1[0-7])|RQ|X0)$/), z.tuple([
  meaning, z.enum(STATUS_OUTCOMES), z.string().max(200), z.string().regex(/^(?:|\d{4}-\d{2}-\d{2})$/),
]));

export const statusCodeTableSchema = z.record(z.string().regex(/^(?:0|[1-9]\d{0,2})$/), z.tuple([
  meaning, z.enum(STATUS_TOPICS), flags('entity', 'retired'),
]));
