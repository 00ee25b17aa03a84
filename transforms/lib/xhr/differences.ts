import { isCall, stringValue, unwrap, type Node } from '../ast.ts';
import { evaluate, knownStart } from '../constants.ts';
import { Refusal } from '../refusal.ts';
import { initOfConstant } from '../scope.ts';
import { isTried, type Script } from '../script.ts';
import { expectsNoStatus } from './failing.ts';
import type { XhrRequest } from './reading.ts';

/** How a request is told apart from a `fetch` in cases that the code does not rule out. @throws Refusal where the code relies on them */
export function differencesOf(request: XhrRequest): readonly string[] {
  const { script, url, handlers, headers, kind, body, send, method } = request;
  const differences: string[] = [];
  const address = addressOf(script, url);
  const reads = [...handlers.values()].flatMap((handler) => handler.reads.flatMap(({ names }) => names));
  const isRead = reads.includes('response') || reads.includes('responseText');
  if (namesUser(script, url)) throw new Refusal('`fetch` takes no address with a user and a password');
  const isSure = address !== 'unknown' && stringValue(method) !== undefined && headers.every((call) => call.arguments.every((one) => isPlainHeader(script, one as Node)));
  if (!isSure && isTried(send)) throw new Refusal('it stands in a `try`: where `open` threw, `fetch` gives a promise that fails');
  if (address === 'unknown' && [...handlers.values()].some(expectsNoStatus)) throw new Refusal('it takes 0 for a status, which only `file:` addresses have, and `fetch` does not read these');
  if (headers.some((call) => changesCharset(script, call.arguments[0] as Node, call.arguments[1] as Node))) throw new Refusal('`XMLHttpRequest` makes the charset of a text that it sends UTF-8 in the headers, too');
  if (!isSure) differences.push(address === 'unknown' ? 'an address that is none, for which `open` threw, now fails like a request without an answer, and so do a `file:` address and one with a password' : 'what `open` and `setRequestHeader` threw for now fails like a request without an answer');
  if (isRead && kind === 'text' && !(address === 'file' && isNoXml(script, url))) differences.push('`text()` always reads UTF-8, where `XMLHttpRequest` went by the charset of the answer');
  if (isRead && kind === 'blob' && address !== 'file') differences.push('the `type` of a blob is empty, no longer `text/xml`, where the answer has none');
  if ([...handlers.values()].some(({ reason, fn, plain }) => reason !== undefined || (fn === undefined && !plain))) differences.push('what handles failures is given the error of `fetch`, no longer an event');
  if (body !== undefined && headers.some(({ arguments: [name] }) => name !== undefined && stringValue(name) === undefined)) differences.push('the charset of a `Content-Type` is left as it is');
  return differences;
}

/** Whether an address is that of a file of the extension, or surely one of the network. @throws Refusal for one that `fetch` does not know */
function addressOf(script: Script, url: Node): 'file' | 'network' | 'unknown' {
  const start = knownStart(script, url);
  const scheme = /^\s*([a-z][\w+.-]*):/i.exec(start ?? '')?.[1]?.toLowerCase();
  if (scheme !== undefined && !/^(https?|data|blob|chrome-extension|moz-extension)$/.test(scheme)) throw new Refusal(`\`fetch\` does not know \`${scheme}:\``);
  if (scheme !== undefined && /^https?$/.test(scheme)) return /^https?:\/\/[a-z\d][a-z\d.-]*(:\d{1,4})?([/?#]|$)/i.test(start!) && (evaluate(script, url) !== undefined || /^https?:\/\/[^/?#]+[/?#]/i.test(start!)) ? 'network' : 'unknown';
  if (isOfExtension(script, url)) return 'file';
  return start !== undefined && scheme === undefined && /^(\.{0,2}\/)?[\w-][\w./-]*/.test(start) && !start.startsWith('//') ? 'file' : 'unknown';
}

/** Whether an address is written with what stands before its host: `https://user:password@host/`. */
function namesUser(script: Script, url: Node): boolean {
  const start = knownStart(script, url) ?? '';
  if (/^\s*https?:\/\/[^/?#]*@/i.test(start)) return true;
  if (!/^\s*https?:\/\/[^/?#]*$/i.test(start)) return false;
  const parts: Node[] = [url];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const inner = unwrap(part);
    const text = inner.type === 'TemplateLiteral' ? inner.quasis.map(({ value }) => value.cooked ?? '').join('') : stringValue(inner) ?? '';
    if (/^(\s*https?:\/\/)?[^/?#]*@/i.test(text)) return true;
    if (inner.type === 'TemplateLiteral') parts.push(...(inner.expressions as Node[]));
    if (inner.type === 'BinaryExpression') parts.push(inner.left, inner.right);
    const init = inner.type === 'Identifier' ? initOfConstant(script.binding(inner)) : undefined;
    if (init !== undefined) parts.push(init);
  }
  return false;
}

/** Whether the name of a file is known, and is none of XML, which names its own charset. */
function isNoXml(script: Script, url: Node): boolean {
  const inner = unwrap(url);
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const init = binding?.declarations[0]?.init;
  if (init !== undefined) return isNoXml(script, init);
  const path = isCall(inner) ? evaluate(script, inner.arguments[0] as Node)?.value : evaluate(script, inner)?.value;
  return typeof path === 'string' && /\.\w+$/.test(path) && !/\.(x(ht)?ml|svg|rss|atom|rdf|xslt?)$/i.test(path);
}

/** `chrome.runtime.getURL('data.json')` */
function isOfExtension(script: Script, url: Node): boolean {
  const inner = unwrap(url);
  if (inner.type === 'BinaryExpression' && inner.operator === '+') return isOfExtension(script, inner.left);
  if (inner.type === 'TemplateLiteral') return inner.quasis[0]?.value.raw === '' && inner.expressions[0] !== undefined && isOfExtension(script, inner.expressions[0] as Node);
  if (isCall(inner)) return /^(runtime|extension)\.getURL$/.test(script.api(unwrap(inner.callee as Node))?.names.join('.') ?? '');
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const [declaration] = binding?.declarations ?? [];
  return binding !== undefined && binding.kind !== 'param' && binding.declarations.length === 1 && declaration?.keys?.length === 0 && declaration.init !== undefined && binding.references.every(({ writes }) => !writes) && isOfExtension(script, declaration.init);
}

function isPlainHeader(script: Script, node: Node): boolean {
  const known = evaluate(script, node)?.value;
  return typeof known === 'string' && /^[\x20-\x7e]*$/.test(known);
}

function changesCharset(script: Script, name: Node, value: Node): boolean {
  return stringValue(name)?.toLowerCase() === 'content-type' && /charset=(?!"?utf-8)/i.test(String(evaluate(script, value)?.value ?? ''));
}
