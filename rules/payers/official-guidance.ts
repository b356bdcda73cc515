import type { LineOfBusiness } from '../domain/vocabulary.ts';

/** Where the office behind a programme teaches and publishes its own rules: to read, beside the source that each rule names itself. */
export type OfficialGuidance = { title: string; url: string; about: string };

const MEDICARE: readonly OfficialGuidance[] = [
  { title: 'Medicare Learning Network', url: 'https://www.cms.gov/training-education/medicare-learning-network/newsletter', about: 'Lessons and weekly news for billers, by the office that runs Medicare' },
  { title: 'Internet-only manuals', url: 'https://www.cms.gov/medicare/regulations-guidance/manuals/internet-only-manuals-ioms', about: 'How Medicare wants claims made and appeals decided' },
  { title: 'Medicare Coverage Database', url: 'https://www.cms.gov/medicare-coverage-database/search.aspx', about: 'National and local coverage policies' },
];

/** What is taught officially on a payer's programme; empty where Overturn knows of no single official place. */
export function officialGuidance(lineOfBusiness: LineOfBusiness | null): readonly OfficialGuidance[] {
  return lineOfBusiness === 'medicare-ffs' || lineOfBusiness === 'medicare-advantage' ? MEDICARE : [];
}
