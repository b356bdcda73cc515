import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';

/** As much of a note as is drawn; a note is at most this long. */
const MOST_TEXT = 20_000;
const MOST_DEPTH = 20;
const LINK = /^(?:https?:|mailto:|tel:)/iu;

/**
 * A note in Markdown. The text is parsed into a tree and a closed set of its nodes is drawn as React elements: no HTML of the
 * note ever becomes HTML of the page, images are shown as their words, and only web, mail and telephone addresses are links.
 */
export function MarkdownText({ text }: { text: string }) {
  return <div className="foreign flex flex-col gap-1.5">{drawn(fromMarkdown(text.slice(0, MOST_TEXT)).children, 0)}</div>;
}

function drawn(nodes: readonly Nodes[], depth: number): ReactNode {
  return nodes.map((node, index) => <Fragment key={index}>{depth > MOST_DEPTH ? null : one(node, depth + 1)}</Fragment>);
}

function one(node: Nodes, depth: number): ReactNode {
  switch (node.type) {
    case 'paragraph': return <p className="whitespace-pre-line">{drawn(node.children, depth)}</p>;
    // A note's own headings stand below those of the page and are no part of its outline.
    case 'heading': return <p className="font-semibold">{drawn(node.children, depth)}</p>;
    case 'list': return node.ordered === true
      ? <ol start={node.start ?? 1} className="flex list-decimal flex-col gap-0.5 pl-5 marker:text-ink-3">{drawn(node.children, depth)}</ol>
      : <ul className="flex list-disc flex-col gap-0.5 pl-5 marker:text-ink-3">{drawn(node.children, depth)}</ul>;
    case 'listItem': return <li>{drawn(node.children, depth)}</li>;
    case 'blockquote': return <blockquote className="border-l-2 border-line pl-2.5 text-ink-2">{drawn(node.children, depth)}</blockquote>;
    case 'code': return <pre className="overflow-x-auto rounded-sm bg-sunken px-2 py-1 font-mono text-small" tabIndex={0}>{node.value}</pre>;
    case 'inlineCode': return <code className="rounded-sm bg-sunken px-1 font-mono text-small">{node.value}</code>;
    case 'strong': return <strong className="font-semibold">{drawn(node.children, depth)}</strong>;
    case 'emphasis': return <em>{drawn(node.children, depth)}</em>;
    case 'break': return <br />;
    case 'thematicBreak': return <hr className="border-line" />;
    case 'link': return LINK.test(node.url) ? <a href={node.url} target="_blank" rel="noopener noreferrer">{drawn(node.children, depth)}</a> : <>{drawn(node.children, depth)}</>;
    case 'image': return <>{node.alt ?? ''}</>;
    case 'text': return node.value;
    case 'html': return node.value; // shown as it was typed
    default: return 'children' in node ? <>{drawn(node.children, depth)}</> : null;
  }
}
