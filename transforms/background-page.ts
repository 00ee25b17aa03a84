import { isGuarded, isTest } from './lib/guarded.ts';
import { functionOf, isCall, isMember, memberName, parentOf, stringValue, unwrap, walk, wrapped, type Node } from './lib/ast.ts';
import { backgroundPageUses, type WindowSource, type WindowUse } from './lib/background-window.ts';
import { planOf } from './lib/background-calls/plan.ts';
import { useOf } from './lib/callbacks.ts';
import { define } from './lib/define.ts';
import { isForOthers } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import { isAnalysed } from './lib/input.ts';
import { fillsOf } from './lib/state/loading.ts';
import type { Manifest } from './lib/manifest.ts';
import { wakingOf } from './lib/pages/waking.ts';
import type { Realm } from './lib/realms.ts';
import { orRefusal, Refusal } from './lib/refusal.ts';
import type { Script } from './lib/script.ts';
import { classify } from './lib/state/state.ts';
import { turnsOf, type Delay } from './lib/turns.ts';
import { because, snippet, WHEN } from './lib/words.ts';

const REPLACE = 'https://developer.chrome.com/docs/extensions/develop/migrate/api-calls#replace-mv2-function';
const EVENT_PAGES = 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Background_scripts#convert_to_non-persistent';
/** Functions that come with every page: no message is needed for them. */
const OF_EVERY_PAGE: Readonly<Record<string, string>> = {
  console: 'Call the page\'s own `console`.',
  localStorage: 'Use `storage.local`, which both sides reach.',
  sessionStorage: 'Use `storage.session`, which both sides reach.',
  chrome: 'Call the API in this page.',
  browser: 'Call the API in this page.',
  alert: 'Call the page\'s own `alert`.',
  setTimeout: 'Use the page\'s own timer for as long as it is open, or `alarms`.',
  setInterval: 'Use the page\'s own timer for as long as it is open, or `alarms`.',
  location: '`runtime.reload()` restarts the extension; `runtime.getURL` gives its addresses.',
};
const MESSAGE = 'Send a message (`runtime.sendMessage`), answer it in a `runtime.onMessage` listener of the background that returns `true`, and wait for the answer. Arguments and result are copied as JSON.';

export default define({
  id: 'background-page',
  summary: 'Pages that reach into the background\'s window',
  url: REPLACE,
  names: ['getBackgroundPage'],
  followsCalls: true,
  messages: {
    'call': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a page cannot call functions of a service worker{reason}',
      advice: '{advice}',
    },
    'read': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a page cannot read variables of a service worker{reason}',
      advice: '{advice}',
    },
    'write': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a page cannot change variables of a service worker{reason}',
      advice: 'Write the value to `storage.session` or `storage.local`, where the background reads it and hears of it through `storage.onChanged`; or send a message.',
    },
    'shared': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` shares {what} with the background: nothing is passed by reference to a service worker',
      advice: 'Let the page listen instead: `storage.onChanged` for values, `runtime.onMessage` or a port for what happens.',
    },
    'no-page': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` gives no page: the background is a service worker',
      advice: 'Use messages (`runtime.sendMessage`), and storage for what both sides read.',
    },
    'own-window': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` does not exist in a service worker',
      advice: 'In the background, `self` is its own global object; to find out where a script runs, ask for `typeof document`.',
    },
    'null-when-suspended': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` gives null while the event page is suspended{reason}',
      advice: 'Use `runtime.getBackgroundPage()`, which wakes it and answers with a promise (`chrome.runtime.getBackgroundPage(callback)` in Manifest V2). In a private window both give null.',
      url: EVENT_PAGES,
    },
    'woken': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` gives null while the event page is suspended; `{call}` wakes it{each}',
      url: EVENT_PAGES,
    },
    'woken-first': {
      outcome: 'review', severity: 'error',
      text: '`{code}` gives null while the event page is suspended; `{call}` wakes it{each}: {what} now waits for that',
      advice: 'See that nothing else in the page counts on it earlier: it can take some tenths of a second.',
      url: EVENT_PAGES,
    },
    'kept-window': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` keeps the event page\'s window: after a suspension it is a dead object',
      advice: 'Call `runtime.getBackgroundPage()` each time it is needed, or send messages.',
      url: EVENT_PAGES,
    },
    'shared-with-event-page': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` shares {what} with the event page, which forgets it when it is suspended',
      advice: 'Let the page listen instead: `storage.onChanged` for values, `runtime.onMessage` or a port for what happens.',
      url: EVENT_PAGES,
    },
    'not-loaded-yet': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: an event page that this page wakes fills `{name}` only {how}, which may be too late for it',
      advice: 'Keep the promise of the start-up in a variable of the background, and await it here before this is read; or read storage in the page itself.',
      url: EVENT_PAGES,
    },
    'page-url': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` is the address of the background page: a service worker has that of its script',
      advice: 'To tell the background\'s messages from others, test `sender.id === runtime.id && !sender.tab`.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/background',
    },
  },
  *manifest(_manifest: Manifest, extension: Extension) {
    if (extension.hasWorker) yield* pageAddresses(extension);
  },
  *script(script: Script, extension: Extension) {
    if (!script.file.editable || script.runsIn('content')) return;
    if (extension.hasWorker) yield* inWorker(script, extension);
    else yield* inEventPage(script, extension);
  },
});

// ---- the background is a service worker

function* inWorker(script: Script, extension: Extension) {
  for (const { reference, source, uses } of backgroundPageUses(script)) {
    if (isGuarded(script, reference)) continue;
    const whole = { message: script.runsIn('background') ? 'own-window' as const : 'no-page' as const, at: script.at(source), data: { code: snippet(script, source) } };
    const { background } = extension;
    if (script.runsIn('background') && !isForOthers(background!, script, source)) yield whole;
    if (isOnlyBackground(script)) continue;
    if (uses.length === 0 && !script.runsIn('background')) {
      if (!isCompared(source)) yield whole;
    } else {
      for (const use of uses) yield useInWorker(use, planOf(extension).reasons.get(use.node));
    }
  }
}

function isOnlyBackground(script: Script): boolean {
  return script.realms.length > 0 && script.realms.every(({ kind }) => kind === 'background');
}

function useInWorker({ script, node, kind, names, what }: WindowUse, reason: string | undefined) {
  const at = script.at(node);
  const code = snippet(script, node);
  if (kind === 'shared') return { message: 'shared' as const, at, data: { code, what: what! } };
  if (kind === 'write') return { message: 'write' as const, at, data: { code, reason: because(reason) } };
  const advice = OF_EVERY_PAGE[names[0] ?? ''];
  if (kind === 'call') return { message: 'call' as const, at, data: { code, advice: advice ?? MESSAGE, reason: because(advice === undefined ? reason : undefined) } };
  return { message: 'read' as const, at, data: { code, advice: advice ?? 'Keep the value in `storage.session` or `storage.local`, which a page can read and watch (`storage.onChanged`) without waking the worker; or ask for it by message.', reason: because(advice === undefined ? reason : undefined) } };
}

/** `chrome.extension.getBackgroundPage() === window`: in a page, that was false and stays so. */
function isCompared(source: Node): boolean {
  const parent = parentOf(wrapped(source));
  return isTest(source) || (parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator));
}

/** `chrome.extension.getBackgroundPage() === window`: no page is the background, be that suspended or not. */
function isToldApart(source: Node): boolean {
  const outer = wrapped(source);
  const parent = parentOf(outer);
  if (parent?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return false;
  const other = unwrap((parent.left === outer ? parent.right : parent.left) as Node);
  return other.type !== 'NullLiteral' && (other.type !== 'Identifier' || other.name !== 'undefined');
}

function* pageAddresses({ originalManifest, scripts }: Extension) {
  const page = originalManifest.string(['background', 'page'])?.replace(/^\.?\//, '');
  const names = ['_generated_background_page.html', ...(page === undefined ? [] : [page])];
  for (const script of scripts) {
    if (names.some((name) => script.text.includes(name)) && script.file.editable && isAnalysed(script)) yield* addressesIn(script, names);
  }
}

function* addressesIn(script: Script, names: readonly string[]) {
  const found: Node[] = [];
  walk(script.program!, (node) => {
    const text = node.type === 'TemplateElement' ? node.value.cooked : node.type === 'StringLiteral' ? stringValue(node) : undefined;
    if (text && names.some((name) => text === name || text.endsWith(`/${name}`))) found.push(node);
  });
  for (const node of found) yield { message: 'page-url' as const, at: script.at(node), data: { code: node.type === 'TemplateElement' ? node.value.raw : snippet(script, node) } };
}

// ---- the background is an event page

function* inEventPage(script: Script, extension: Extension) {
  if (isOnlyBackground(script)) return;
  for (const window of backgroundPageUses(script)) {
    const { reference, source, binding, uses } = window;
    // That the function is there says nothing of what it gives; a test of that takes a suspended background for none.
    const guarded = reference.call === undefined || script.realms.every(({ kind }) => kind !== 'page') ? isGuarded(script, reference) || isCompared(source) : isToldApart(source);
    if (reference.path === 'extension.getBackgroundPage') {
      if (!guarded) yield woken(script, window);
    } else if (uses.some((use) => isOfLaterEvent(use, source)) || (binding !== undefined && binding.scope.parent === undefined && uses.some(({ node }) => functionOf(node) !== functionOf(source)))) {
      yield { message: 'kept-window' as const, at: script.at(source), data: { code: snippet(script, source) } };
    }
    const waits = uses.some(({ node }) => parentOf(wrapped(node))?.type === 'AwaitExpression');
    for (const { script: where, node, kind, names: [name = ''], what } of uses) {
      const data = { code: snippet(where, node) };
      if (kind === 'shared') yield { message: 'shared-with-event-page' as const, at: where.at(node), data: { ...data, what: what! } };
      const delay = kind === 'read' && !waits && reference.path === 'runtime.getBackgroundPage' ? delayOf(name, extension.background) : undefined;
      if (delay !== undefined) yield { message: 'not-loaded-yet' as const, at: where.at(node), data: { ...data, name, how: WHEN[delay] } };
    }
  }
}

/** Whether the window is used by a listener of the page inside of the code that got it: `button.onclick = () => background.clear()`. */
function isOfLaterEvent({ script, node }: WindowUse, source: Node): boolean {
  const home = functionOf(source);
  for (let fn = functionOf(node); fn !== undefined && fn !== home; fn = functionOf(fn)) {
    const outer = wrapped(fn);
    const parent = parentOf(outer);
    if (parent?.type === 'AssignmentExpression' && parent.right === outer && isMember(parent.left) && /^on[a-z]/.test(memberName(parent.left) ?? '')) return true;
    if (useOf(script, fn) === 'listener' && !(isCall(parent) && /^(load|DOMContentLoaded)$/.test(stringValue(parent.arguments[0]) ?? ''))) return true;
  }
  return false;
}

/** Has a page wake the event page before it takes its window; where what follows cannot wait, that is reported. */
function woken(script: Script, window: WindowSource) {
  const at = script.at(window.source);
  const code = snippet(script, window.source);
  const waking = orRefusal(() => wakingOf(script, window));
  if (waking instanceof Refusal) return { message: 'null-when-suspended' as const, at, data: { code, reason: because(waking.message) } };
  const { edits, call, feels, isEach } = waking;
  const data = { code, call, each: isEach ? ', and each function asks for it' : '', what: feels ?? '' };
  return { message: feels === undefined ? 'woken' as const : 'woken-first' as const, at, edits, data };
}

/** When start-up fills a property of the background's window, where that is after its first turn. */
function delayOf(name: string, background: Realm | undefined): Delay | undefined {
  if (background === undefined) return undefined;
  const found = classify(background).find(({ variable }) => variable.name === name && variable.kind === 'top-level');
  if (found === undefined) return undefined;
  const turns = turnsOf(background);
  return fillsOf(found.variable, turns).flatMap(({ node }) => turns.turnsAt(node)).find(({ origin, delay }) => origin === 'start' && delay !== undefined)?.delay;
}
