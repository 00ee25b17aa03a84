import { ancestors, callOf, functionOf, isCall, isFunction, isMember, isWithin, memberName, walk, type FunctionNode, type Node } from './lib/ast.ts';
import { isEndlessLoop } from './lib/control-flow.ts';
import { define } from './lib/define.ts';
import { backgroundScripts, usesOf } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import type { Realm } from './lib/realms.ts';
import { turnsOf, type Turns } from './lib/turns.ts';
import { snippet } from './lib/words.ts';

export default define({
  id: 'connections',
  summary: 'Connections that the background keeps open: they end when it is unloaded',
  url: 'https://developer.chrome.com/docs/extensions/how-to/web-platform/websockets',
  messages: {
    'web-socket': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: the connection ends when the worker is stopped; from Chrome 116 on, its messages keep the worker alive',
      advice: 'Send a short message every 20 seconds while the connection is needed, set `minimum_chrome_version` to 116, and connect again at start-up and from an alarm.',
    },
    'web-socket-suspended': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: Firefox suspends an idle event page although the connection is open, and closes it',
      advice: 'Connect when something is to be sent, and fetch what was missed from an alarm; a server that must reach the user at any time needs Web Push.',
    },
    'event-source': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: an event stream does not keep the background alive, and ends when it is unloaded',
      advice: 'Poll from an alarm, or use Web Push{offscreen}.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle',
    },
    'long-polling': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` is repeated without end: a request does not keep the background alive, and the chain ends when it is unloaded',
      advice: 'Ask for a short answer from a periodic alarm instead.{limit}',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle',
    },
  },
  *realm(realm: Realm, { hasFirefox, hasWorker }: Extension) {
    for (const { script, name, node } of usesOf(realm, ['WebSocket', 'EventSource'])) {
      const call = callOf(node);
      if (call?.type !== 'NewExpression') continue;
      const message = name === 'EventSource' ? 'event-source' : hasFirefox ? 'web-socket-suspended' : 'web-socket';
      yield { message, at: script.at(call), data: { code: snippet(script, call), offscreen: hasWorker ? ', or hold the stream in an offscreen document of Chrome' : '' } };
    }
    for (const script of backgroundScripts(realm, /\bfetch\b/)) {
      if (!script.file.editable) continue;
      for (const node of script.globals('fetch')) {
        const call = callOf(node);
        if (call !== undefined && isEndless(call, turnsOf(realm))) yield { message: 'long-polling', at: script.at(call), data: { code: snippet(script, call), limit: hasWorker ? ' Chrome also cuts off what takes more than 30 seconds to answer.' : '' } };
      }
    }
  },
});

/** Whether a request is made again whenever it has been answered: in an endless loop, or by a function that always calls itself when it is done, in a callback or after `await`. */
function isEndless(call: Node, turns: Turns): boolean {
  for (const up of ancestors(call)) {
    if (isFunction(up)) break;
    if (isEndlessLoop(up)) return !waitsForTimer(up);
  }
  const fn = functionOf(call);
  if (fn === undefined) return false;
  const isLater = (other: Node): boolean => functionOf(other) !== fn || (fn.async === true && other.start! > call.end! && [...ancestors(call)].some((up) => up.type === 'AwaitExpression' && functionOf(up) === fn));
  const again = [...turns.callersOf(fn).filter((other) => isWithin(other, fn) && isLater(other)), ...continuations(fn, turns)];
  return again.some((other) => isUnconditional(other, fn));
}

/** The `.then(poll)` in `poll`. */
function continuations(fn: FunctionNode, turns: Turns): Node[] {
  const found: Node[] = [];
  walk(fn.body, (node) => {
    if (isCall(node) && isMember(node.callee) && memberName(node.callee) === 'then' && node.arguments[0]?.type === 'Identifier' && turns.functionsOf(node.arguments[0]).includes(fn)) found.push(node);
  });
  return found;
}

function waitsForTimer(loop: Node): boolean {
  let found = false;
  walk(loop, (node) => {
    if ((node.type === 'Identifier' && /^setTimeout$|sleep|delay|wait/i.test(node.name)) || node.type === 'BreakStatement' || node.type === 'ReturnStatement') found = true;
    return !found;
  });
  return found;
}

/** Whether nothing between a call and the function around it decides if it is made, or when. */
function isUnconditional(call: Node, fn: FunctionNode): boolean {
  for (const up of ancestors(call)) {
    if (up === fn) return true;
    if (/^(If|Conditional|Logical|Switch|While|For|Catch)/.test(up.type)) return false;
    const callee = up.type === 'CallExpression' && up.callee.type === 'Identifier' ? up.callee.name : '';
    if (/^set(Timeout|Interval)$/.test(callee)) return false;
  }
  return false;
}
