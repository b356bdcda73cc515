import type { MapUse } from '../../rules/reading/reading.ts';
import { Notice } from '../ui/Notice.tsx';
import { healthFieldWords } from '../words/map-words.ts';

const MOST_NAMED = 4;

/** What the person has to know of the portal's map: that no lead approved it, that it no longer fits the page, that it and the page differ. */
export function MapNotice({ map }: { map: MapUse }) {
  const fell = map.fell.filter((field) => field !== 'page');
  return (
    <>
      {map.trial === true && <div className="px-3 pt-3"><Notice>Read with your own map of this portal. No lead has approved it yet: check each value.</Notice></div>}
      {map.fell.includes('page')
        ? <div className="px-3 pt-3"><Notice tone="caution" title="This portal seems to have changed">Its map does not fit this page any more, so the page was read without it. Check each value. A new map can be taught from the side panel.</Notice></div>
        : fell.length > 0 && <div className="px-3 pt-3"><Notice tone="caution" title="This portal seems to have changed">{`The map of this portal did not find ${namesOf(fell)} where it should be. What stands there now was found without the map, or was not found.`}</Notice></div>}
      {map.doubtful.length > 0 && <div className="px-3 pt-3"><Notice tone="caution">{`The map and the page say two things about ${namesOf(map.doubtful)}. Choose which is right.`}</Notice></div>}
    </>
  );
}

function namesOf(fields: readonly string[]): string {
  const names = fields.slice(0, MOST_NAMED).map((field) => `“${healthFieldWords(field)}”`);
  const rest = fields.length - names.length;
  if (rest > 0) return `${names.join(', ')} and ${rest} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
