import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Extension } from './extension.ts';
import type { SourceFile } from './source.ts';
import type { Place } from './types.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

export interface PageElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The start tag. */
  readonly place: Place;
  /** Where what is in it ends. */
  readonly end: number;
}

/** A `<script>` of a page that a browser would run. */
export interface PageScript extends PageElement {
  readonly kind: 'classic' | 'module';
  /** As written; undefined for an inline script. */
  readonly src: string | undefined;
  /** The file of the extension that `src` means; undefined for remote and inline scripts. */
  readonly path: string | undefined;
  readonly deferred: boolean;
  readonly async: boolean;
  /** The code of an inline script: offsets in the page. */
  readonly inline: { readonly start: number; readonly end: number } | undefined;
}

interface Contents {
  readonly elements: readonly PageElement[];
  readonly scripts: readonly PageScript[];
  readonly base: string | undefined;
}

const contents = new WeakMap<SourceFile, Contents>();

/** An HTML page of an extension. */
export class Page {
  readonly file: SourceFile;
  readonly extension: Extension;

  constructor(file: SourceFile, extension: Extension) {
    this.file = file;
    this.extension = extension;
  }

  get path(): string {
    return this.file.path;
  }

  get text(): string {
    return this.file.text;
  }

  get #contents(): Contents {
    let own = contents.get(this.file);
    if (own === undefined) contents.set(this.file, (own = readPage(this.file)));
    return own;
  }

  /** All elements, in document order. */
  get elements(): readonly PageElement[] {
    return this.#contents.elements;
  }

  /** The scripts in document order, data blocks left out. */
  get scripts(): readonly PageScript[] {
    return this.#contents.scripts;
  }

  /** The scripts in the order in which they run: parser-blocking ones first, then deferred ones and modules. */
  get scriptsInOrder(): readonly PageScript[] {
    const later = (script: PageScript): boolean => script.kind === 'module' || script.deferred;
    return [...this.scripts.filter((script) => !later(script)), ...this.scripts.filter(later)];
  }

  /** The `href` of a `<base>` element. */
  get base(): string | undefined {
    return this.#contents.base;
  }

  get place(): Place {
    return { file: this.path, start: 0, end: Math.min(1, this.text.length) };
  }
}

/** Whether an element of a page stands in another one of it. */
export function isInside({ place }: PageElement, outer: PageElement): boolean {
  return outer.place.start < place.start && place.start < outer.end;
}

/** The path of a file of the extension that a URL in a page means; undefined for a URL that leaves the extension. */
export function resolveUrl(from: string, url: string): string | undefined {
  const clean = url.trim().replace(/[?#].*$/s, '');
  if (clean === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(clean)) return undefined;
  return normalise(clean.startsWith('/') ? clean.slice(1) : folderOf(from) + clean);
}

/** The folder of a file, with a slash at its end, or ''. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** A path without `.`, `..` and empty segments; undefined where it leaves the root. */
export function normalise(path: string): string | undefined {
  const segments: string[] = [];
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // A lone percent sign stands for itself.
  }
  for (const segment of decoded.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

const JAVASCRIPT_TYPE = /^(|text\/javascript|application\/(x-)?javascript|text\/ecmascript|application\/ecmascript|text\/(babel|jsx|typescript))$/i;

function readPage(file: SourceFile): Contents {
  const elements: PageElement[] = [];
  const scripts: PageScript[] = [];
  let base: string | undefined;
  // No recursion: pages may be nested more deeply than the stack is high.
  const waiting: ChildNode[] = [...parse(file.text, { sourceCodeLocationInfo: true }).childNodes];
  waiting.reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('tagName' in node)) continue;
    const element = describe(file, node);
    if (element !== undefined) {
      elements.push(element);
      if (element.tag === 'base') base ??= element.attributes.get('href');
      const script = element.tag === 'script' ? describeScript(file, node, element) : undefined;
      if (script !== undefined) scripts.push(script);
    }
    const inner = 'content' in node ? [...node.childNodes, ...node.content.childNodes] : node.childNodes;
    for (let index = inner.length - 1; index >= 0; index--) waiting.push(inner[index]!);
  }
  return { elements, scripts, base };
}

function describe(file: SourceFile, element: Element): PageElement | undefined {
  const location = element.sourceCodeLocation;
  // Elements that the parser had to invent (html, head, body) have no place.
  const span = location?.startTag ?? location;
  if (!span) return undefined;
  return {
    tag: element.tagName,
    attributes: new Map(element.attrs.map(({ name, value }) => [name, value])),
    place: { file: file.path, start: span.startOffset, end: span.endOffset },
    end: location?.endOffset ?? span.endOffset,
  };
}

function describeScript(file: SourceFile, node: Element, element: PageElement): PageScript | undefined {
  const type = element.attributes.get('type')?.trim() ?? '';
  const kind = type.toLowerCase() === 'module' ? 'module' : JAVASCRIPT_TYPE.test(type) ? 'classic' : undefined;
  if (kind === undefined || element.attributes.has('nomodule')) return undefined;
  const src = element.attributes.get('src');
  const [code] = node.childNodes;
  const span = code?.sourceCodeLocation;
  const inline = src === undefined && span ? { start: span.startOffset, end: span.endOffset } : undefined;
  if (src === undefined && inline === undefined) return undefined;
  return {
    ...element, kind, src, inline,
    path: src === undefined ? undefined : resolveUrl(file.path, src),
    deferred: element.attributes.has('defer') && src !== undefined,
    async: element.attributes.has('async'),
  };
}
