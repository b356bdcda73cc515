import type { FrameReading } from './pending-captures.ts';

/**
 * The frames to look for a value in, the likeliest first: those whose reading has these very words beside this label, then
 * those that have the words in what they lend to others, then the rest.
 */
export function frameOfValue(frames: readonly FrameReading[], raw: string, label: string | null): number[] {
  const pair = `${JSON.stringify(raw)},"label":${JSON.stringify(label)}`;
  const rank = ({ reading, context }: FrameReading): number => {
    if (JSON.stringify(reading).includes(pair)) return 0;
    return JSON.stringify(context).includes(pair) ? 1 : 2;
  };
  return frames.map((frame) => ({ frame, at: rank(frame) })).sort((a, b) => a.at - b.at || b.frame.reading.claims.length - a.frame.reading.claims.length || a.frame.frameId - b.frame.frameId).map(({ frame }) => frame.frameId);
}
