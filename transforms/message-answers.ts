import type * as t from '@babel/types';
import { keepOpenAt } from './lib/answering/keep-open.ts';
import { splitListener } from './lib/answering/split.ts';
import { callOf, functionOf, isCall, isFunction, isMember, isTrue, isUnused, memberName, parentOf, unwrap, wrapped, type Node } from './lib/ast.ts';
import { callAroundBody } from './lib/callbacks.ts';
import { define } from './lib/define.ts';
import { isPolyfilled } from './lib/browser-global.ts';
import { isForOthers } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import { isGuarded } from './lib/guarded.ts';
import { isInjected } from './lib/injection/injected.ts';
import { answersAll, isAnsweredLater, isGivenToLater, isNoAnswer, isPromise, mayKeepOpen, messageListeners, rivalsOf, type MessageListener } from './lib/message-listeners.ts';
import { minimumVersion } from './lib/platform.ts';
import type { Realm } from './lib/realms.ts';
import { orRefusal, Refusal } from './lib/refusal.ts';
import { initOfConstant } from './lib/scope.ts';
import { isTried, type Script } from './lib/script.ts';
import { placeWords, snippet } from './lib/words.ts';

/** Since this version Chrome takes a promise for an answer. */
const PROMISE_ANSWERS = 148;
const MESSAGING = 'https://developer.chrome.com/docs/extensions/develop/concepts/messaging';

export default define({
  id: 'message-answers',
  summary: 'Message listeners whose answers get lost, or get in the way of others',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/runtime/onMessage',
  names: ['onMessage', 'onMessageExternal', 'onUserScriptMessage', 'onConnect', 'onConnectExternal', 'connect', 'sendMessage', 'storage'],
  apiOnly: true,
  followsCalls: true,
  messages: {
    'answers-in-inner-function': {
      outcome: 'review', severity: 'error',
      text: '`{reply}` in an `async` listener was not heard: the listener is now a plain function, which returns `true` where an inner `async` function answers',
      advice: 'The sender, who got nothing, now gets this answer: check what it does with it, and that nothing here fails before it.',
    },
    'async-reply': {
      outcome: 'manual', severity: 'error',
      text: '`{reply}` in an `async` listener: Chrome before 148 has closed the channel by then, and Firefox takes the listener\'s promise for the answer (not changed here: {reason})',
      advice: 'Make the listener a plain function that returns `true`, and do what is asynchronous in an inner `async` function that calls `{reply}`.',
    },
    'async-true': {
      outcome: 'manual', severity: 'error',
      text: '`return true` in an `async` listener does not keep the channel open: it answers `true` (not changed here: {reason})',
      advice: 'Make the listener a plain function that returns `true`, and do what is asynchronous in an inner `async` function that calls `{reply}`.',
    },
    'async-listener': {
      outcome: 'manual', severity: 'error',
      text: 'this `async` listener for `{event}` answers every message, if only with nothing, and so takes the answer away from the listener at {rival}',
      advice: 'Make it a plain function that returns nothing for messages that are not for it.',
    },
    'promise-listener': {
      outcome: 'manual', severity: 'error',
      text: 'this listener for `{event}` returns the promise of `{code}` for every message: that is an answer, if only with nothing, and takes the answer away from the listener at {rival}',
      advice: 'Return nothing for messages that are not for it, and for the others `true` or a promise.',
    },
    'promise-answer': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` answers with a promise, which Chrome understands from version 148 on only',
      advice: 'Call `sendResponse` when the promise settles, and return `true`; or set `minimum_chrome_version` to 148.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/browser-namespace',
    },
    'kept-open': {
      outcome: 'review', severity: 'error',
      text: '`{reply}` is called after the listener has returned: nobody heard the answer; on this path it now returns `true`',
      advice: 'The sender, who was told at once that there is no answer, now gets this one: check what it does with it, and that nothing here fails before it.',
    },
    'missing-return-true': {
      outcome: 'manual', severity: 'error',
      text: '`{reply}` is called after the listener has returned, and on this path the listener does not return `true`: nobody hears the answer (not changed here: {reason})',
      advice: 'Return `true` from the listener itself, on the paths that answer later; return nothing on the others.',
    },
    'eager-answer': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` answers every message at once: the answer of the listener at {rival} comes too late',
      advice: 'Answer only the messages that are for this listener.',
    },
    'kept-answer': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` keeps `{reply}` for later: it is lost when the worker is stopped, at the latest 5 minutes after the message',
      advice: 'Answer at once, and send a message of its own when the rest is known.',
    },
    'kept-answer-suspended': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` keeps `{reply}` for later: a pending answer does not keep an event page alive, and is lost when it is suspended',
      advice: 'Answer at once, and send a message of its own when the rest is known.',
    },
    'not-json': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` does not arrive as it is: Chrome sends JSON, which makes {result} of it',
      advice: 'Send plain values: `[...set]`, `[...map]`, `date.getTime()`, `Array.from(bytes)`.',
      url: MESSAGING,
    },
    'no-receiver': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` now rejects where no page of the extension listens, and nobody catches that',
      advice: 'Add `.catch(() => {})` if it does not matter whether somebody listens.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/runtime#method-sendMessage',
    },
    'web-page-messages': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` hears no web pages in Firefox, which ignores `externally_connectable`',
      advice: 'Let a content script pass on what the page sends with `window.postMessage`.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/runtime/onMessageExternal',
    },
  },
  *script(script: Script, extension: Extension) {
    if (!script.file.editable) return;
    for (const listener of messageListeners(script)) {
      if (!listener.script.file.editable) continue;
      const rival = (): MessageListener | undefined => rivalsOf(extension, script, listener)[0];
      if (listener.fn.async) yield* asyncListener(listener, extension, rival);
      else yield* plainListener(listener, extension, rival);
      if (script.runsIn('background')) yield* keptAnswers(listener, extension);
    }
    if (extension.hasWorker) yield* lostValues(script, extension);
    if (extension.isV3 && script.runsIn('background')) yield* uncaughtMessages(script, extension.background);
    if (extension.hasFirefox && extension.manifest.strings(['externally_connectable', 'matches']).length > 0) yield* webPages(script);
  },
});

function understandsPromises({ root, registration }: MessageListener, { manifest, hasWorker }: Extension): boolean {
  return !hasWorker || root === 'polyfill' || ((root === 'browser' || prefersBrowser(registration)) && isPolyfilled(registration.script)) || minimumVersion(manifest, 'chrome') >= PROMISE_ANSWERS;
}

/** Whether a listener is registered by a name that means `browser` where there is one: `const api = typeof browser === 'undefined' ? chrome : browser`. */
function prefersBrowser({ script, call }: MessageListener['registration']): boolean {
  let root = unwrap(call.callee as Node);
  while (isMember(root)) root = unwrap(root.object);
  const [declaration] = (root.type === 'Identifier' ? script.binding(root)?.declarations : undefined) ?? [];
  return declaration?.init !== undefined && /\bbrowser\b/.test(script.textOf(declaration.init));
}

type Rival = () => MessageListener | undefined;

function* asyncListener(listener: MessageListener, extension: Extension, findRival: Rival) {
  const { script, fn, replies, returns } = listener;
  const direct = listener.root !== 'polyfill' && !extension.hasFirefox;
  const lost = replies.find(({ when }) => when === 'later' || when === 'unknown' || (!direct && when === 'now'));
  const kept = direct && minimumVersion(extension.manifest, 'chrome') >= PROMISE_ANSWERS && replies.every(({ node }) => functionOf(node) === fn);
  if (replies.length > 0) {
    const last = returns.find(isTrue);
    if (lost === undefined || kept) return;
    // There the version of Chrome is raised.
    const isNative = direct && listener.root === 'browser' && replies.every(({ node }) => functionOf(node) === fn);
    const edits = isNative ? new Refusal('later versions hear it') : orRefusal(() => splitListener(listener, extension));
    const data = { reply: lost.node.name, reason: edits instanceof Refusal ? edits.message : '' };
    if (!(edits instanceof Refusal)) yield { message: 'answers-in-inner-function' as const, at: script.at(fn), edits, data };
    else if (last !== undefined) yield { message: 'async-true' as const, at: script.at(last), data };
    else yield { message: 'async-reply' as const, at: script.at(lost.node), data };
    return;
  }
  const answer = returns.find((value) => !isNoAnswer(value) && parentOf(value)?.type === 'ReturnStatement');
  if (answer !== undefined && !understandsPromises(listener, extension)) yield { message: 'promise-answer' as const, at: script.at(answer), data: { code: snippet(script, parentOf(answer)!) } };
  const rival = findRival();
  if (rival !== undefined) yield { message: 'async-listener' as const, at: script.at(fn), data: { event: listener.registration.event, rival: placeWords(rival.registration.script, rival.registration.call) } };
}

function* plainListener(listener: MessageListener, extension: Extension, findRival: Rival) {
  const { script, fn, replies, returns, root } = listener;
  const started = answersAll(listener);
  if (started === undefined) yield* closedChannels(listener, extension);
  const promise = returns.find((value) => isPromise(value) && (parentOf(value)?.type === 'ReturnStatement' || root !== 'chrome'));
  if (promise !== undefined && !understandsPromises(listener, extension)) yield { message: 'promise-answer' as const, at: script.at(promise), data: { code: snippet(script, promise) } };
  if (started !== undefined) {
    const reply = replies.find(({ node, when }) => when === 'unknown' && isAnsweredLater(listener, started, node));
    if (reply !== undefined && (extension.hasFirefox || minimumVersion(extension.manifest, 'chrome') < PROMISE_ANSWERS)) {
      const edits = orRefusal(() => keepOpenAt(listener, reply.node, extension));
      const data = { reply: reply.node.name, reason: edits instanceof Refusal ? edits.message : '' };
      if (edits instanceof Refusal) yield { message: 'async-reply' as const, at: script.at(reply.node), data };
      else yield { message: 'kept-open' as const, at: script.at(reply.node), edits, data };
    }
    const other = findRival();
    if (other !== undefined) yield { message: 'promise-listener' as const, at: script.at(fn), data: { event: listener.registration.event, code: snippet(script, started), rival: placeWords(other.registration.script, other.registration.call) } };
  }
  const eager = replies.find(({ node, when }) => when === 'now' && isUnconditional(node, fn));
  const rival = eager && findRival();
  if (eager !== undefined && rival !== undefined) yield { message: 'eager-answer' as const, at: script.at(eager.node), data: { code: snippet(script, callOf(eager.node) ?? eager.node), rival: placeWords(rival.registration.script, rival.registration.call) } };
}

/** Answers that come when the listener has returned, and has not returned `true`. */
function* closedChannels(listener: MessageListener, extension: Extension) {
  const { script, replies } = listener;
  let isTold = false;
  for (const { node, when } of replies) {
    if (!(when === 'later' || (when === 'unknown' && isGivenToLater(listener, node))) || mayKeepOpen(listener, node)) continue;
    const edits = orRefusal(() => keepOpenAt(listener, node, extension));
    if (!(edits instanceof Refusal)) yield { message: 'kept-open' as const, at: script.at(node), edits, data: { reply: node.name } };
    else if (!isTold) yield { message: 'missing-return-true' as const, at: script.at(node), data: { reply: node.name, reason: edits.message } };
    isTold ||= edits instanceof Refusal;
  }
}

/** Whether a listener makes a call for each message: in a statement of its own body, before anything that may leave it. */
function isUnconditional(node: Node, fn: MessageListener['fn']): boolean {
  const call = callOf(node);
  const statement = call && parentOf(call);
  if (fn.body.type !== 'BlockStatement' || statement?.type !== 'ExpressionStatement') return false;
  const index = fn.body.body.indexOf(statement);
  return index >= 0 && fn.body.body.slice(0, index).every(({ type }) => type === 'ExpressionStatement' || type === 'VariableDeclaration');
}

function* keptAnswers({ script, replies }: MessageListener, { hasFirefox }: Extension) {
  for (const { node, when } of replies) {
    if (when !== 'kept') continue;
    let shown: Node = node;
    while (parentOf(shown) && !/Statement$/.test(parentOf(shown)!.type)) shown = parentOf(shown)!;
    yield { message: hasFirefox ? 'kept-answer-suspended' as const : 'kept-answer' as const, at: script.at(node), data: { code: snippet(script, shown), reply: node.name } };
  }
}

// ---- what is sent

const RESULTS: Readonly<Record<string, string>> = {
  Map: 'an empty object', Set: 'an empty object', RegExp: 'an empty object', Error: 'an empty object', Blob: 'an empty object', File: 'an empty object', Date: 'a string',
  ArrayBuffer: 'an empty object', WeakMap: 'an empty object', WeakSet: 'an empty object',
};

/** Firefox copies more than JSON. Code that Chrome ran already sends JSON. */
function* lostValues(script: Script, { manifest }: Extension) {
  if (manifest.string(['message_serialization']) === 'structured_clone') return;
  const told = new Set<Node>();
  for (const { owner, value } of sentValues(script)) {
    for (const part of plainParts(owner, value)) {
      const result = told.has(part.shown) ? undefined : jsonOf(owner, part.made);
      told.add(part.shown);
      if (result !== undefined) yield { message: 'not-json' as const, at: owner.at(part.shown), data: { code: snippet(owner, part.shown), result } };
    }
  }
}

/** What a script sends through `browser`: messages, answers, and what it posts to ports. */
function* sentValues(script: Script): Generator<{ readonly owner: Script; readonly value: Node }> {
  for (const api of ['runtime.sendMessage', 'tabs.sendMessage']) {
    for (const { call, reference } of script.calls(api)) if (reference.root === 'browser') yield* call.arguments.map((value) => ({ owner: script, value }));
  }
  for (const { root, script: owner, fn, replies, returns } of messageListeners(script)) {
    if (root !== 'browser') continue;
    for (const { node } of replies) yield* (callOf(node)?.arguments ?? []).map((value) => ({ owner, value }));
    for (const value of returns) {
      const isResolved = isCall(value) && isMember(value.callee) && memberName(value.callee) === 'resolve' && isPromise(value);
      if (isResolved && value.arguments[0]) yield { owner, value: value.arguments[0] };
      else if (fn.async) yield { owner, value };
    }
  }
  for (const port of portsOf(script)) {
    for (const { node } of script.binding(port)?.references ?? []) {
      const member = parentOf(wrapped(node));
      const call = isMember(member) && memberName(member) === 'postMessage' ? callOf(member) : undefined;
      if (call?.arguments[0]) yield { owner: script, value: call.arguments[0] };
    }
  }
}

/** The names by which a script has the ports that `browser` gives it. */
function* portsOf(script: Script): Generator<t.Identifier> {
  for (const api of ['runtime.connect', 'tabs.connect']) {
    for (const { call, reference } of script.calls(api)) {
      const holder = parentOf(wrapped(call));
      if (reference.root === 'browser' && holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier') yield holder.id;
    }
  }
  for (const { call, reference } of script.calls('runtime.onConnect.addListener')) {
    const listener = call.arguments[0] && unwrap(call.arguments[0]);
    const named = listener?.type === 'Identifier' ? script.binding(listener)?.declarations[0] : undefined;
    const fn = isFunction(listener) ? listener : [named?.node, named?.init && unwrap(named.init)].find(isFunction);
    if (reference.root === 'browser' && fn?.params[0]?.type === 'Identifier') yield fn.params[0];
  }
}

/** The values in what is sent, as they are made and as they are written there: those of constants, too. */
function* plainParts(script: Script, node: Node, shown: Node | undefined = undefined, depth = 0): Generator<{ readonly made: Node; readonly shown: Node }> {
  const inner = unwrap(node);
  if (inner.type === 'ObjectExpression') {
    for (const member of inner.properties) if (member.type === 'ObjectProperty') yield* plainParts(script, member.value, undefined, depth);
  } else if (inner.type === 'ArrayExpression') {
    for (const element of inner.elements) if (element && element.type !== 'SpreadElement') yield* plainParts(script, element, undefined, depth);
  } else if (inner.type === 'Identifier' && depth < 3) {
    const init = initOfConstant(script.binding(inner));
    if (init !== undefined) yield* plainParts(script, init, shown ?? inner, depth + 1);
  } else {
    yield { made: inner, shown: shown ?? inner };
  }
}

/** What JSON makes of a value that it cannot hold. */
function jsonOf(script: Script, made: Node): string | undefined {
  if (made.type === 'RegExpLiteral') return RESULTS['RegExp'];
  if (made.type !== 'NewExpression' || made.callee.type !== 'Identifier' || script.binding(made.callee) !== undefined) return undefined;
  return RESULTS[made.callee.name] ?? (/^(Big)?(Int|Uint|Float)\d+(Clamped)?Array$/.test(made.callee.name) ? 'an object with numbered keys' : undefined);
}

/** Messages to pages that may be closed. Without a callback, Manifest V3 returns a promise where Manifest V2 returned nothing. */
function* uncaughtMessages(script: Script, background: Realm | undefined) {
  for (const { call, reference } of script.calls('runtime.sendMessage')) {
    const last = call.arguments.at(-1);
    if (reference.root !== 'chrome' || !(isUnused(call) || isListenerBody(script, call)) || isTried(call) || isGuarded(script, reference) || isInjected(script, call) || (background && isForOthers(background, script, call))) continue;
    if (last !== undefined && (isFunction(unwrap(last)) || (call.arguments.length > 1 && unwrap(last).type === 'Identifier'))) continue;
    yield { message: 'no-receiver' as const, at: script.at(call), data: { code: snippet(script, call) } };
  }
}

/** Whether a call is all that a listener for an event of the browser does: `tabs.onCreated.addListener(() => runtime.sendMessage('tab'))`. */
function isListenerBody(script: Script, call: Node): boolean {
  const registration = callAroundBody(call);
  const path = (registration && script.api(unwrap(registration.callee as Node))?.names.join('.')) ?? '';
  return /\.addListener$/.test(path) && !/\.onMessage/.test(path);
}

function* webPages(script: Script) {
  for (const event of ['runtime.onMessageExternal', 'runtime.onConnectExternal']) {
    for (const { call, reference } of script.calls(`${event}.addListener`)) {
      if (!isGuarded(script, reference)) yield { message: 'web-page-messages' as const, at: script.at(call), data: { code: snippet(script, call.callee) } };
    }
  }
}
