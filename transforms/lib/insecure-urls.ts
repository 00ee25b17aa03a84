import { isMember, memberName, stringValue, unwrap, walk, type AnyCall, type Node } from './ast.ts';
import type { Extension } from './extension.ts';
import { isAnalysed } from './input.ts';
import type { Script } from './script.ts';

/** A request over an insecure connection that the extension's own pages make, other than to this computer. */
export function insecureUrl(extension: Extension): { readonly url: string; readonly file: string } | undefined {
  for (const { kind, scripts } of extension.realms) {
    if (kind === 'content' || kind === 'sandbox') continue;
    for (const script of scripts) {
      if (!/\b(http|ws):\/\//.test(script.text) || !script.file.editable || !isAnalysed(script)) continue;
      const url = knownRequest(script);
      if (url !== undefined) return { url, file: script.path };
    }
  }
  for (const { elements, path } of extension.pages) {
    for (const { tag, attributes } of elements) {
      const url = /^(img|iframe|audio|video|source|embed|script)$/.test(tag) ? attributes.get('src') : tag === 'link' ? attributes.get('href') : undefined;
      if (url !== undefined && isInsecure(url)) return { url, file: path };
    }
  }
  return undefined;
}

function isInsecure(url: string): boolean {
  return /^(http|ws):\/\/(?!localhost\b|127\.|0\.0\.0\.0|\[::1\])[\w[]/i.test(url);
}

const FUNCTIONS = new Set(['fetch', 'Request', 'WebSocket', 'EventSource']);
const METHODS = new Set(['fetch', 'get', 'post', 'put', 'ajax', 'getJSON', 'load', 'request']);
const CLIENTS = new Set(['$', 'jQuery', 'axios', 'ky', 'superagent', 'window', 'self', 'globalThis']);

const known = new WeakMap<object, { readonly url: string | undefined }>();

function knownRequest(script: Script): string | undefined {
  const syntax = script.syntax!;
  let entry = known.get(syntax);
  if (entry === undefined) known.set(syntax, (entry = { url: requested(script) }));
  return entry.url;
}

function requested(script: Script): string | undefined {
  let found: string | undefined;
  walk(script.program!, (node) => {
    if (found !== undefined) return false;
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return true;
    const url = node.arguments.length === 0 ? undefined : fixedStart(script, urlArgument(node));
    if (url !== undefined && isInsecure(url)) found = url;
    return found === undefined;
  });
  return found;
}

/** The argument of a call that is the URL of a request. */
function urlArgument(call: AnyCall): Node | undefined {
  const callee = unwrap(call.callee as Node);
  if (callee.type === 'Identifier') return FUNCTIONS.has(callee.name) ? call.arguments[0] : undefined;
  if (!isMember(callee)) return undefined;
  const name = memberName(callee) ?? '';
  if (name === 'open' && call.arguments.length > 1) return call.arguments[1];
  const object = unwrap(callee.object);
  if (object.type !== 'Identifier' || !CLIENTS.has(object.name) || !(METHODS.has(name) || FUNCTIONS.has(name))) return undefined;
  const [first] = call.arguments;
  if (first?.type !== 'ObjectExpression') return first;
  const member = first.properties.find((one) => one.type === 'ObjectProperty' && one.key.type === 'Identifier' && one.key.name === 'url');
  return member?.type === 'ObjectProperty' ? member.value : undefined;
}

/** How a text begins, where its beginning is written down. */
function fixedStart(script: Script, node: Node | undefined): string | undefined {
  const inner = node && unwrap(node);
  switch (inner?.type) {
    case 'TemplateLiteral': {
      const head = inner.quasis[0]?.value.cooked ?? '';
      return head === '' ? fixedStart(script, inner.expressions[0]) : head;
    }
    case 'BinaryExpression':
      return inner.operator === '+' ? fixedStart(script, inner.left as Node) : undefined;
    case 'Identifier': {
      const binding = script.binding(inner);
      const [declaration] = binding?.declarations ?? [];
      const fixed = binding?.declarations.length === 1 && declaration?.keys?.length === 0 && !binding.references.some(({ writes }) => writes);
      return fixed && declaration?.init ? fixedStart(script, declaration.init) : undefined;
    }
    default:
      return stringValue(inner);
  }
}
