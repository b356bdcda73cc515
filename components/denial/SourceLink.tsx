import { ExternalLink } from 'lucide-react';

/** The source of a rule. Only web addresses become links, because packs of rules can be imported. */
export function SourceLink({ source }: { source: { title: string; url: string; citation?: string } }) {
  const isWeb = /^https?:\/\//iu.test(source.url);
  return (
    <span className="foreign">
      {isWeb
        ? <a href={source.url} target="_blank" rel="noopener noreferrer">{source.title}<ExternalLink aria-hidden className="ml-1 inline size-3 align-baseline" /><span className="sr-only"> (opens in a new tab)</span></a>
        : source.title}
      {source.citation !== undefined && <span className="text-ink-3">, {source.citation}</span>}
    </span>
  );
}
