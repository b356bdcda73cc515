import type { PracticeSettings } from '../domain/practice.ts';
import type { ManagedPolicy } from './managed-policy-schema.ts';

/** The settings that hold: the practice's own, as far as the organization lets them. A policy that came later than a setting still wins. */
export function settingsUnderPolicy(settings: PracticeSettings, policy: ManagedPolicy): PracticeSettings {
  return {
    ...settings,
    idleMinutes: Math.min(settings.idleMinutes, policy.idleMinutes ?? settings.idleMinutes),
    caseYears: Math.max(settings.caseYears, policy.caseYears ?? 0), trailYears: Math.max(settings.trailYears, policy.trailYears ?? 0),
    cover: policy.coverIdentifiers === 'numbers' ? 'numbers' : settings.cover,
  };
}
