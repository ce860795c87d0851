import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  /** Of a block of code. */
  readonly lang?: string | null | undefined;
  readonly children?: readonly Node[];
}

/** Reads Markdown as GitHub does, tables and autolinks included. */
export function parseMarkdown(document: string): Node {
  return fromMarkdown(document, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** All nodes of a type, in document order. */
export function nodes(of: Node, type: string): readonly Node[] {
  return [
    ...(of.type === type ? [of] : []),
    ...(of.children ?? []).flatMap((child) => nodes(child, type)),
  ];
}

/** The text a reader sees. */
export function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}
