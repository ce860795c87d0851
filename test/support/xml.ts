import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** Reads XML with a strict parser; throws where the document is not well-formed. */
export function parseXml(document: string): Element {
  const parser = new SaxesParser();
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('cdata', () => {
    throw new Error('the document holds CDATA');
  });
  parser.on('closetag', () => void open.pop());
  parser.write(document).close();
  const [first] = root.children;
  if (first === undefined) throw new Error('the document holds no element');
  return first;
}

/** All elements of a name, in document order. */
export function elements(of: Element, name: string): readonly Element[] {
  return of.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elements(child, name),
  ]);
}
