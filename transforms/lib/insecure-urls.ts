import { isMember, memberName, stringValue, unwrap, walk, type AnyCall, type Node } from './ast.ts';
import type { Extension } from './extension.ts';
import { isAnalysed } from './input.ts';
import type { Script } from './script.ts';

/** A request over an insecure connection that the extension's own pages make, other than to this computer. */
export function insecureUrl(extension: Extension): { readonly url: string; readonly file: string } | undefined {
  for (const script of ownScripts(extension)) {
    if (!/\b(http|ws):\/\//.test(script.text) || !script.file.editable || !isAnalysed(script)) continue;
    const url = requestsOf(script).known.find(isInsecure);
    if (url !== undefined) return { url, file: script.path };
  }
  for (const { elements, path } of extension.pages) {
    for (const { tag, attributes } of elements) {
      const url = /^(img|iframe|audio|video|source|embed|script)$/.test(tag) ? attributes.get('src') : tag === 'link' ? attributes.get('href') : undefined;
      if (url !== undefined && isInsecure(url)) return { url, file: path };
    }
  }
  return undefined;
}

/** A request to an address that is not written down: the expression that gives it. */
export function givenUrl(extension: Extension): { readonly url: string; readonly file: string } | undefined {
  for (const script of ownScripts(extension)) {
    if (!/\b(fetch|open|Request|WebSocket|EventSource|axios|ajax|getJSON|jQuery|\$)\b/.test(script.text) || !script.file.editable || !isAnalysed(script)) continue;
    const [url] = requestsOf(script).given;
    if (url !== undefined) return { url, file: script.path };
  }
  return undefined;
}

function* ownScripts({ realms }: Extension): Generator<Script> {
  for (const { kind, scripts } of realms) if (kind !== 'content' && kind !== 'sandbox') yield* scripts;
}

function isInsecure(url: string): boolean {
  return /^(http|ws):\/\/(?!localhost\b|127\.|0\.0\.0\.0|\[::1\])[\w[]/i.test(url);
}

const FUNCTIONS = new Set(['fetch', 'Request', 'WebSocket', 'EventSource']);
const METHODS = new Set(['fetch', 'get', 'post', 'put', 'ajax', 'getJSON', 'load', 'request']);
const CLIENTS = new Set(['$', 'jQuery', 'axios', 'ky', 'superagent', 'window', 'self', 'globalThis']);

/** The requests of a script: how the addresses begin that are written down, and the expressions that give the others. */
interface Requests {
  readonly known: readonly string[];
  readonly given: readonly string[];
}

const cache = new WeakMap<object, Requests>();

function requestsOf(script: Script): Requests {
  const syntax = script.syntax!;
  let requests = cache.get(syntax);
  if (requests === undefined) cache.set(syntax, (requests = collect(script)));
  return requests;
}

function collect(script: Script): Requests {
  const [known, given]: [string[], string[]] = [[], []];
  walk(script.program!, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    const argument = urlArgument(node);
    if (argument === undefined) return;
    const start = startOf(script, argument);
    if (typeof start === 'string') known.push(start);
    else if (start.type === 'Identifier' || isMember(start)) given.push(script.textOf(argument));
  });
  return { known, given };
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

/** How a text begins, where its beginning is written down; else the expression that gives the beginning. */
function startOf(script: Script, node: Node): string | Node {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'TemplateLiteral': {
      const head = inner.quasis[0]?.value.cooked ?? '';
      const [first] = inner.expressions;
      return head === '' && first ? startOf(script, first) : head;
    }
    case 'BinaryExpression':
      return inner.operator === '+' ? startOf(script, inner.left as Node) : inner;
    case 'Identifier': {
      const binding = script.binding(inner);
      const [declaration] = binding?.declarations ?? [];
      const fixed = binding?.declarations.length === 1 && declaration?.keys?.length === 0 && !binding.references.some(({ writes }) => writes);
      return fixed && declaration?.init ? startOf(script, declaration.init) : inner;
    }
    default:
      return stringValue(inner) ?? inner;
  }
}
