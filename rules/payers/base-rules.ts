import commercial from './deadline-rules/commercial.json' with { type: 'json' };
import medicaid from './deadline-rules/medicaid.json' with { type: 'json' };
import medicareAdvantage from './deadline-rules/medicare-advantage.json' with { type: 'json' };
import military from './deadline-rules/military-workers-comp-erisa.json' with { type: 'json' };
import originalMedicare from './deadline-rules/original-medicare.json' with { type: 'json' };
import saidInNotes from './deadline-rules/said-in-notes.json' with { type: 'json' };
import type { PayerRule } from './payer-rule.ts';

/**
 * The rules shipped with Overturn, in the order of their files.
 *
 * The assertion is backed by payer-rule-schema.ts, which the tests and the build run over the same files; zod itself
 * stays out of what the product loads.
 */
export const BASE_RULES: readonly PayerRule[] =
  [...originalMedicare, ...medicareAdvantage, ...commercial, ...medicaid, ...military, ...saidInNotes] as unknown as readonly PayerRule[];
