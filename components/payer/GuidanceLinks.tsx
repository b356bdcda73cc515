import type { OfficialGuidance } from '../../rules/payers/official-guidance.ts';
import { SourceLink } from '../denial/SourceLink.tsx';

/** Official places to learn and look things up, each opened by the person in a tab of its own. */
export function GuidanceLinks({ guidance }: { guidance: readonly OfficialGuidance[] }) {
  return <ul className="flex flex-col gap-1">{guidance.map((one) => <li key={one.url}><SourceLink source={one} /><span className="block text-small text-ink-3">{one.about}</span></li>)}</ul>;
}
