import { callOf, isMember, memberName, parentOf, propertyValue, unwrap, wrapped, type Node } from './lib/ast.ts';
import { knownStart } from './lib/constants.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { Realm } from './lib/realms.ts';
import type { Script } from './lib/script.ts';
import { isAnalysed } from './lib/input.ts';
import { snippet } from './lib/words.ts';

export default define({
  id: 'cross-origin-content-fetch',
  summary: 'Requests of content scripts to hosts other than the page\'s',
  url: 'https://extensionworkshop.com/documentation/develop/manifest-v3-migration-guide/',
  targets: ['chrome', 'firefox', 'cross-browser'],
  messages: {
    'cross-origin': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: a content script\'s request to `{host}` counts as one of the page, and needs the consent of that host (CORS)',
      advice: 'Let the background make the request when it gets a message, for this address only, and send back the answer. (In Chrome this holds since version 85, in Firefox from Manifest V3 on.)',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    if (realm.kind !== 'content') return;
    const matches = patternsOf(realm, extension);
    if (matches === undefined) return;
    const granted = [...extension.originalManifest.strings(['permissions']), ...extension.originalManifest.strings(['host_permissions'])];
    for (const script of realm.scripts) {
      if (!/\b(fetch|XMLHttpRequest|ajax|getJSON|get|post)\b/.test(script.text) || !isAnalysed(script) || !script.file.editable) continue;
      for (const { call, url } of requests(script)) {
        const target = parse(startOf(script, url));
        if (target === undefined || !granted.some((pattern) => covers(pattern, target))) continue;
        // A page of that very host may ask itself.
        if (matches.some((pattern) => !isWide(pattern) && covers(pattern, target))) continue;
        yield { message: 'cross-origin' as const, at: script.at(call), data: { code: snippet(script, call), host: target.host } };
      }
    }
  },
});

/** The pages that a content script runs in; undefined for one that code injects, which can be any. */
function patternsOf({ name }: Realm, { manifest }: Extension): readonly string[] | undefined {
  const index = /^content_scripts\[(\d+)\]$/.exec(name)?.[1];
  return index === undefined ? undefined : manifest.strings(['content_scripts', Number(index), 'matches']);
}

/** Requests with their addresses: `fetch(url)`, `xhr.open(method, url)`, `$.get(url)`. */
function* requests(script: Script): Generator<{ readonly call: Node; readonly url: Node }> {
  for (const node of script.globals('fetch')) {
    const call = callOf(node);
    if (call?.arguments[0]) yield { call, url: call.arguments[0] };
  }
  for (const node of script.globals('XMLHttpRequest')) {
    const construction = callOf(node);
    const parent = construction && parentOf(wrapped(construction));
    const id = parent?.type === 'VariableDeclarator' ? parent.id : parent?.type === 'AssignmentExpression' ? unwrap(parent.left) : undefined;
    for (const { node: use } of (id?.type === 'Identifier' ? script.binding(id)?.references : undefined) ?? []) {
      const member = parentOf(wrapped(use));
      const call = isMember(member) && memberName(member) === 'open' ? callOf(member) : undefined;
      if (call?.arguments[1]) yield { call, url: call.arguments[1] };
    }
  }
  for (const name of ['$', 'jQuery']) {
    for (const node of script.globals(name)) {
      const member = parentOf(wrapped(node));
      const call = isMember(member) && /^(get|post|getJSON|ajax)$/.test(memberName(member) ?? '') ? callOf(member) : undefined;
      const first = call?.arguments[0] && unwrap(call.arguments[0]);
      const url = first?.type === 'ObjectExpression' ? propertyValue(first, 'url') : first;
      if (call && url) yield { call, url };
    }
  }
}

/** What an address begins with: that of `new Request(url)` and `new URL(path, base)`, too. */
function startOf(script: Script, node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type !== 'NewExpression' || inner.callee.type !== 'Identifier' || !/^(URL|Request)$/.test(inner.callee.name)) return knownStart(script, inner);
  const [first, base] = inner.arguments.map((argument) => knownStart(script, argument));
  return inner.callee.name === 'URL' && !/^https?:/i.test(first ?? '') ? base : first;
}

interface Address {
  readonly scheme: string;
  readonly host: string;
}

/** Scheme and host of an address whose host is complete. */
function parse(start: string | undefined): Address | undefined {
  const [, scheme, host] = /^(https?):\/\/([^/?#:]+)[/?#:]/i.exec(`${start ?? ''}${start !== undefined && /^https?:\/\/[\w.-]+\.[a-z]{2,}$/i.test(start) ? '/' : ''}`) ?? [];
  return scheme && host ? { scheme: scheme.toLowerCase(), host: host.toLowerCase() } : undefined;
}

function isWide(pattern: string): boolean {
  return pattern === '<all_urls>' || /^[^/]*:\/\/\*\//.test(pattern);
}

/** Whether a match pattern holds an address, its path aside. */
function covers(pattern: string, { scheme, host }: Address): boolean {
  if (pattern === '<all_urls>') return true;
  const [, schemes, hosts] = /^(\*|https?):\/\/([^/:]+)/.exec(pattern) ?? [];
  if (schemes === undefined || hosts === undefined || (schemes !== '*' && schemes !== scheme)) return false;
  return hosts === '*' || hosts === host || (hosts.startsWith('*.') && (host === hosts.slice(2) || host.endsWith(hosts.slice(1))));
}
