import { callOf, functionOf, isCall, isMember, memberName, parentOf, stringValue, unwrap, wrapped, type AnyMember, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { AT_START, isOwnName, unitOf, usesOf } from './lib/environment.ts';
import type { Realm } from './lib/realms.ts';
import { orRefusal, Refusal } from './lib/refusal.ts';
import type { Script } from './lib/script.ts';
import { because, snippet } from './lib/words.ts';
import { differencesOf } from './lib/xhr/differences.ts';
import { readRequest } from './lib/xhr/reading.ts';
import { fetchingOf, type Fetching } from './lib/xhr/writing.ts';

export default define({
  id: 'xhr',
  summary: '`XMLHttpRequest` in the background, which a service worker does not have',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#replace-xmlhttprequest',
  targets: ['chrome', 'cross-browser'],
  messages: {
    'fetch': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` is now `fetch`: a service worker has no `XMLHttpRequest`',
    },
    'fetch-differs': {
      outcome: 'review', severity: 'error',
      text: '`{code}` is now `fetch`: a service worker has no `XMLHttpRequest`; {differences}',
      advice: 'Check that nothing here relies on the difference. `new TextDecoder(charset).decode(await response.arrayBuffer())` reads text of another charset.',
      url: 'https://developer.mozilla.org/docs/Web/API/Fetch_API/Using_Fetch',
    },
    'request': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no `XMLHttpRequest`{start}{reason}',
      advice: 'Use `fetch`: like `onload`, it does not fail for answers such as 404; `timeout` becomes `signal: AbortSignal.timeout(ms)`, `withCredentials` becomes `credentials: "include"`.',
    },
    'synchronous': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` waits for the answer, which nothing in a service worker can{start}',
      advice: 'Use `await fetch(...)`, and make the code that needs the answer asynchronous. A JSON file of the extension can be imported (`with { type: "json" }`) by a module worker.',
    },
    'document': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` gives a document, and a service worker has neither `XMLHttpRequest` nor documents{start}',
      advice: 'Use `fetch`, and parse the text in an offscreen document (reason `DOM_PARSER`) or with a parser that needs no DOM.',
    },
    'progress': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` reports its progress, which `fetch`, all that a service worker has, does not{start}',
      advice: 'Read `response.body` piece by piece for the progress of a download; for that of an upload use an offscreen document.',
    },
  },
  *realm(realm: Realm) {
    const uses = [...usesOf(realm, ['XMLHttpRequest'])];
    const declaring = new Set<Node | Realm>();
    for (const { script, node, atStart } of uses) {
      const call = callOf(node);
      const constructed = call?.type === 'NewExpression';
      // `XMLHttpRequest.DONE` and the like go with a request that is reported itself.
      if (!constructed && uses.some((other) => other.script === script && (callOf(other.node)?.type === 'NewExpression' || other.node.start! < node.start!))) continue;
      const shown = call ?? node;
      const message = constructed ? kindOf(script, call) : 'request';
      const data = { code: snippet(script, shown), start: atStart ? AT_START : '' };
      if (message !== 'request' || !constructed) {
        yield { message, at: script.at(shown), data: { ...data, reason: '' } };
        continue;
      }
      const fetching = orRefusal(() => rewrite(realm, script, call));
      if (fetching instanceof Refusal) {
        yield { message, at: script.at(shown), data: { ...data, reason: because(fetching.message) } };
        continue;
      }
      const { edits, differences, declares } = fetching;
      // Two requests that declare names beside each other take turns; scripts see the names of each other's top level.
      const unit = functionOf(node) === undefined && !script.isModule ? realm : unitOf(node);
      if (declares && declaring.has(unit)) continue;
      if (declares) declaring.add(unit);
      yield { message: differences.length === 0 ? 'fetch' : 'fetch-differs', at: script.at(shown), edits, data: { ...data, differences: differences.join('; ') } };
    }
  },
});

interface Rewrite extends Fetching {
  /** What is not the same afterwards. */
  readonly differences: readonly string[];
}

/** @throws Refusal where the same code does not do with `fetch` what it did */
function rewrite(realm: Realm, script: Script, construction: Node): Rewrite {
  if (!script.file.editable) throw new Refusal('the file is built');
  if (script.runsIn('content')) throw new Refusal('content scripts share this file');
  const own = ['fetch', 'AbortSignal', 'Headers', 'Response', 'JSON'].find((name) => isOwnName(realm, name) || script.scopes!.bindings.some((binding) => binding.name === name));
  if (own !== undefined) throw new Refusal(`\`${own}\` is a name of its own here`);
  if (isPatched(realm)) throw new Refusal('other code changes what it does, or is given `XMLHttpRequest`');
  const request = readRequest(script, construction);
  if (!request.handlers.has('error') && realm.scripts.some(({ text }) => text.includes('unhandledrejection'))) throw new Refusal('failures that nobody handles are heard with `unhandledrejection`');
  const differences = [...differencesOf(request)];
  if (request.handlers.size > 0 && realm.scripts.some(({ text }) => HEARS_ERRORS.test(text))) differences.push('what its handlers throw is heard with `unhandledrejection`, no longer with `error`');
  return { ...fetchingOf(request), differences };
}

/** Code that is told of exceptions which nobody catches. */
const HEARS_ERRORS = /unhandledrejection|(?<![\w$.])(?:(?:window|self|globalThis)\s*\.\s*)?(?:onerror\s*=(?!=)|addEventListener\s*\(\s*(['"`])error\1)/;

/** Whether a background puts code of its own before the methods of all requests. */
function isPatched(realm: Realm): boolean {
  return realm.scripts.some((script) => script.globals('XMLHttpRequest').some((node) => {
    const outer = wrapped(node);
    const parent = parentOf(outer);
    if (isCall(parent)) return parent.callee !== outer;
    return isMember(parent) && parent.object === outer && memberName(parent) === 'prototype';
  }));
}

/** What the request that a construction makes is used for. */
function kindOf(script: Script, construction: Node): 'request' | 'synchronous' | 'document' | 'progress' {
  const members = membersOf(script, construction);
  const named = (name: string): AnyMember[] => members.filter((member) => memberName(member) === name);
  const isFalse = (node: Node | undefined): boolean => node !== undefined && unwrap(node).type === 'BooleanLiteral' && script.textOf(node) === 'false';
  if (named('open').some((member) => isFalse(callOf(member)?.arguments[2]))) return 'synchronous';
  if (named('responseXML').length > 0 || named('responseType').some((member) => assigned(member) === 'document')) return 'document';
  if (named('upload').length > 0 || named('onprogress').length > 0 || named('addEventListener').some((member) => stringValue(callOf(member)?.arguments[0]) === 'progress')) return 'progress';
  return 'request';
}

function membersOf(script: Script, construction: Node): AnyMember[] {
  const outer = wrapped(construction);
  const parent = parentOf(outer);
  const id = parent?.type === 'VariableDeclarator' ? parent.id : parent?.type === 'AssignmentExpression' ? unwrap(parent.left) : undefined;
  const binding = id?.type === 'Identifier' ? script.binding(id) : undefined;
  return binding?.references.flatMap(({ node }) => {
    const member = parentOf(wrapped(node));
    return isMember(member) ? [member] : [];
  }) ?? [];
}

function assigned(member: AnyMember): string | undefined {
  const parent = parentOf(member);
  return parent?.type === 'AssignmentExpression' ? stringValue(parent.right) : undefined;
}
