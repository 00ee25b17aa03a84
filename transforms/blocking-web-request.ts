import type { ApiReference } from './lib/api.ts';
import { hasAlternative, isGuarded } from './lib/guarded.ts';
import { isFunction, isWithin, unwrap, walk, type AnyCall, type FunctionNode, type Node } from './lib/ast.ts';
import type { Variable } from './lib/bindings.ts';
import { define } from './lib/define.ts';
import { isAnalysed } from './lib/input.ts';
import type { Extension } from './lib/extension.ts';
import type { Realm } from './lib/realms.ts';
import { classify } from './lib/request-handlers.ts';
import type { Script } from './lib/script.ts';
import { turnsOf, type Turns } from './lib/turns.ts';
import { variablesOf } from './lib/variables/variables.ts';
import { snippet } from './lib/words.ts';

const BLOCKING = 'https://developer.chrome.com/docs/extensions/develop/migrate/blocking-web-requests';
const RULES = 'https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest';
const KEPT = 'Only extensions that an administrator installs keep blocking listeners.';

export default define({
  id: 'blocking-web-request',
  summary: '`webRequest` listeners that decide about requests',
  url: BLOCKING,
  messages: {
    'cancels': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` cancels every request of its filter: Chrome no longer lets listeners decide',
      advice: `Write a \`block\` rule for each URL of the filter into a ruleset of \`declarative_net_request\`. Name all resource types: left out, they are all but \`main_frame\`. ${KEPT}`,
      url: `${BLOCKING}#block-a-single-url`,
    },
    'redirects': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` redirects requests: Chrome no longer lets listeners decide',
      advice: `Write \`redirect\` rules (\`url\`, \`extensionPath\`, \`transform\` or \`regexSubstitution\`); they need the permission \`declarativeNetRequestWithHostAccess\` and the hosts. ${KEPT}`,
      url: `${BLOCKING}#redirect-multiple-urls`,
    },
    'edits-headers': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` changes headers ({headers}): Chrome no longer lets listeners decide',
      advice: `Write \`modifyHeaders\` rules (\`set\`, \`append\`, \`remove\`); they need the permission \`declarativeNetRequestWithHostAccess\` and the hosts. ${KEPT}`,
      url: `${BLOCKING}#block-cookies`,
    },
    'follows-a-list': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` decides by `{names}`: Chrome no longer lets listeners decide',
      advice: `Make rules of it whenever it changes: \`declarativeNetRequest.updateDynamicRules\`, or \`updateSessionRules\` for what is for one tab or session (\`requestDomains\` for hosts, \`urlFilter\` for parts of URLs). ${KEPT}`,
      url: RULES,
    },
    'decides-nothing': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` is registered as `blocking`, but decides nothing: Chrome logs an error, and does not wait for it',
      advice: 'Leave out `blocking` for Chrome.',
    },
    'decides-in-code': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` decides about requests{reason}: Chrome no longer lets listeners decide',
      advice: `Rules of \`declarativeNetRequest\` can only say it if it depends on URL, type, method, domain and tab. ${KEPT}`,
      url: RULES,
    },
    'answers-log-in': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` answers log-in requests with \`blocking\`, which Chrome no longer offers',
      advice: 'Use `asyncBlocking` with the permission `webRequestAuthProvider` (Chrome 108, Firefox 126): call the second parameter, `callback({ authCredentials })`, on every path; `callback({})` to do nothing.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/webRequest#event-onAuthRequired',
    },
    'decides-too-early': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` decides by `{names}`, filled only after the start: the request that wakes the event page is judged without that',
      advice: 'Return a promise that waits for it: Firefox holds the request until it settles.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/webRequest',
    },
    'response-filter': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` exists in Firefox only',
      advice: 'Chrome cannot change responses; a content script can change what the page shows. For both browsers test first: `if (webRequest.filterResponseData)`.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/webRequest/filterResponseData',
    },
    'declarative-web-request': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` does not exist in Manifest V3',
      advice: 'Use rules of `declarativeNetRequest`.',
      url: RULES,
    },
    'watches-everything': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` watches every request: each one wakes the background, which is then hardly ever unloaded',
      advice: 'Narrow its filter by `urls` and `types`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/webRequest',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    if (realm.kind !== 'background') return;
    let known: Variable[] | undefined;
    const variables = (): Variable[] => (known ??= variablesOf(realm, turnsOf(realm)));
    for (const script of realm.scripts) {
      if (!/\b(webRequest|proxy|declarativeWebRequest)\b/.test(script.text) || !isAnalysed(script)) continue;
      for (const reference of script.references('webRequest')) {
        const event = /^webRequest\.(on\w+)\.addListener$/.exec(reference.path)?.[1];
        if (event === undefined || reference.call === undefined) continue;
        if (!isBlocking(script, reference.call)) yield* watching(script, reference.call);
        else if (extension.hasWorker) yield* inWorker(realm, script, reference, event, variables);
        else yield* tooEarly(realm, script, reference.call, variables);
      }
      if (!extension.hasWorker) for (const { call } of script.calls('proxy.onRequest.addListener')) yield* tooEarly(realm, script, call, variables);
      else yield* missingApis(script);
    }
  },
});

/** Whether a listener's third argument says `blocking`, as a literal anywhere in it. */
function isBlocking(script: Script, call: AnyCall): boolean {
  let found = false;
  const search = (node: Node, depth = 0): void => walk(node, (inner) => {
    if (inner.type === 'StringLiteral' && /^(async)?[bB]locking$/.test(inner.value)) found = true;
    if (inner.type !== 'Identifier' || depth > 1) return;
    for (const { init } of script.binding(inner)?.declarations ?? []) if (init && !isFunction(unwrap(init))) search(init, depth + 1);
  });
  const extra = call.arguments[2];
  if (extra) search(extra);
  return found;
}

// ---- Chrome

function* inWorker(realm: Realm, script: Script, reference: ApiReference, event: string, variables: () => readonly Variable[]) {
  const call = reference.call!;
  // Two-way code keeps its listener for Firefox; Chrome has the events too, where the permission is granted.
  if (isGuarded(script, reference, reference.names.length) || hasAlternative(script, reference, 'declarativeNetRequest')) return;
  if (event === 'onAuthRequired') {
    if (!script.textOf(call.arguments[2]!).includes('asyncBlocking')) yield { message: 'answers-log-in' as const, at: script.at(call), data: { code: snippet(script, call.callee) } };
    return;
  }
  const turns = turnsOf(realm);
  const [fn] = call.arguments[0] ? turns.functionsOf(call.arguments[0]) : [];
  const { message, data } = classify(fn && turns.scriptOf(fn), fn, variables());
  yield { message, at: script.at(call), data: { code: snippet(script, call.callee), ...data } };
}

function* missingApis(script: Script) {
  for (const { call, reference } of script.calls('webRequest.filterResponseData')) {
    if (!isGuarded(script, reference)) yield { message: 'response-filter' as const, at: script.at(call), data: { code: snippet(script, call.callee) } };
  }
  for (const reference of script.references('declarativeWebRequest')) {
    if (reference.names.length > 1 && !reference.pattern && !isGuarded(script, reference)) yield { message: 'declarative-web-request' as const, at: script.at(reference.node), data: { code: snippet(script, reference.node) } };
  }
}

function* watching(script: Script, call: AnyCall) {
  const filter = call.arguments[1] && unwrap(call.arguments[1]);
  if (filter?.type !== 'ObjectExpression' || /\b(types|tabId|windowId)\b/.test(script.textOf(filter))) return;
  if (/<all_urls>|['"`](\*|https?):\/\/\*\/\*['"`]/.test(script.textOf(filter))) yield { message: 'watches-everything' as const, at: script.at(call), data: { code: snippet(script, call.callee) } };
}

// ---- Firefox

/** Firefox keeps blocking listeners. One that answers at once must not rely on what is loaded later. */
function* tooEarly(realm: Realm, script: Script, call: AnyCall, variables: () => readonly Variable[]) {
  const turns = turnsOf(realm);
  const [fn] = call.arguments[0] ? turns.functionsOf(call.arguments[0]) : [];
  if (fn === undefined || fn.async || !script.file.editable) return;
  const names = filledLater(turns, variables(), fn);
  if (names.length > 0) yield { message: 'decides-too-early' as const, at: script.at(call), data: { code: snippet(script, call.callee), names: names.join('`, `') } };
}

/** The variables that a function reads in its own turn, and that only a later turn of the start-up fills. */
function filledLater(turns: Turns, variables: readonly Variable[], fn: FunctionNode): string[] {
  return variables.filter(({ kind, accesses }) => kind !== 'field' &&
    accesses.some(({ node, kind: access, initial }) => access === 'read' && !initial && isWithin(node, fn)) &&
    accesses.some(({ node, kind: access, initial }) => access !== 'read' && !initial && turns.turnsAt(node).some(({ origin, delay }) => origin === 'start' && delay !== undefined)),
  ).map(({ name }) => name);
}
