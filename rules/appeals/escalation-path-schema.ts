import { z } from 'zod';
import { ESCALATION_STEPS } from '../domain/appeal.ts';

/** The file escalation-path.json: each step once, in order. */
export const escalationPathFile = z.array(z.strictObject({
  step: z.enum(ESCALATION_STEPS), title: z.string().min(3), waitDays: z.int().min(1).max(120), when: z.string().min(10), text: z.string().min(20),
})).length(ESCALATION_STEPS.length).refine((steps) => steps.every(({ step }, index) => step === ESCALATION_STEPS[index]));
