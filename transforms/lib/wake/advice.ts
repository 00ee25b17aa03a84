import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { ancestors, functionName, functionOf, isCall, isFunction, isMember, isWithin, mayLeave, memberName, parentOf, siblings, unwrap, walk, wrapped, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { gestureAfter } from '../gates/may-wait.ts';
import { flattened } from '../layout.ts';
import { permissionsOf } from '../platform.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Registration, Turns } from '../turns.ts';
import { listed, placeWords, shortened, snippet } from '../words.ts';
import { WOULD_HEAR } from '../hoisting/heard.ts';

/** How a sentence names what listens: "`onTab`", "this listener", "what `on` is given (background.js:6 and background.js:9)". */
export function listenerWords({ script, listener, call }: Registration, turns: Turns): string {
  const inner = listener && unwrap(listener);
  const fn = functionOf(call);
  const binding = inner?.type === 'Identifier' ? script.binding(inner) : undefined;
  const name = fn && functionName(fn);
  const places = fn !== undefined && binding?.kind === 'param' && binding.declarations[0]!.node === fn ? turns.callersOf(fn).map((caller) => placeWords(turns.scriptOf(caller), caller)) : [];
  if (name !== undefined && places.length > 0) return `what \`${name}\` is given (${places.length > MAX_PLACES ? `${places.length} places` : places.join(' and ')})`;
  return inner === undefined || isFunction(inner) ? 'this listener' : `\`${snippet(script, inner)}\``;
}

/** How many places a sentence names. */
const MAX_PLACES = 3;

/** What belongs to the registration at top level beside the call itself: its filter, its permission, its object. */
export function placeAdvice({ script, call, event, listener }: Registration, turns: Turns): string {
  const [filter] = call.arguments.slice(1);
  const [required, optional] = ['permissions', 'optional_permissions'].map((key) => script.extension.manifest.strings([key]));
  const permission = permissionsOf(event).find((one) => optional!.includes(one) && !required!.includes(one));
  const parts = [
    ...(filter !== undefined && evaluate(script, filter as Node, turns) === undefined ? [`, with a filter that is written there and covers all that \`${shortened(flattened(script.textOf(filter)))}\` may be; the rest it tests itself`] : []),
    ...(permission === undefined ? [] : [`, within a test that ${listed([...new Set(event.split('|').map((one) => one.slice(0, one.lastIndexOf('.'))))])} is there (\`${permission}\` is an optional permission)`]),
    ...(listener !== undefined && /\bthis\b/.test(script.textOf(isFunction(unwrap(listener)) ? call.callee : listener)) ? [', on an object that is made there'] : []),
    ...(script.realms.some(({ kind }) => kind !== 'background') ? [', in a script that only the background loads'] : []),
  ];
  return parts.join('');
}

/** How the listener begins, as sentences: what it waits for, what it tests, and what must be there for that. */
export function beginAdvice(registration: Registration, cause: Node | undefined, turns: Turns): string {
  const { script, call } = registration;
  const waits = cause === undefined ? undefined : waitWords(cause, turns);
  const tests = testsOn(call, turns);
  const isBlocking = call.arguments.slice(1).some((argument) => /blocking/i.test(script.textOf(argument)));
  const gesture = registration.functions.map((fn) => gestureAfter(turns.scriptOf(fn), fn, fn.body.start!, turns)).find((one) => one !== undefined);
  const steps = [...(waits === undefined || isBlocking || gesture !== undefined ? [] : [`waiting for ${waits}`]), ...tests.map(({ words }) => words)];
  const begin = steps.length === 0 ? '' : ` Begin it ${steps[0]!.startsWith('w') ? 'by' : 'with'} ${steps.join(', then ')}.`;
  const answer = waits !== undefined && isBlocking ? ` In Firefox it may answer with a promise, and so wait for ${waits}.` : '';
  const names = localsOf(registration, tests.map(({ node }) => node), turns);
  const locals = names.length === 0 ? '' : ` Make ${listed(names)} ${names.length === 1 ? 'a variable' : 'variables'} of the top level, too, or read ${names.length === 1 ? 'it' : 'them'} again in the listener.`;
  const first = waits === undefined || gesture === undefined ? '' : ` \`${gesture}\` must come before anything that waits: for the rest, wait for ${waits} after it.`;
  return begin + answer + first + locals;
}

/** What to do about events that the start-up causes, where that is why it was left. */
export function heardAdvice(reason: string | undefined): string {
  return reason?.endsWith(WOULD_HEAR) ? ' Where it must not hear what the start-up does itself, let the start-up set a variable before and after, and test that, too.' : '';
}

/** What comes before: "`loadSettings()` (background.js:3)". */
function waitWords(cause: Node, turns: Turns): string | undefined {
  const script = turns.scriptOf(cause);
  const inner = unwrap(cause);
  const callee = isCall(inner) ? unwrap(inner.callee as Node) : undefined;
  const isContinued = isMember(callee) && /^(then|catch|finally)$/.test(memberName(callee) ?? '');
  const promise = inner.type === 'AwaitExpression' ? inner.argument : isContinued ? callee.object : isCall(inner) && QUESTION.test(script.api(callee!)?.names.join('.') ?? '') ? inner : undefined;
  if (promise === undefined) return undefined;
  const asked = unwrap(promise);
  const words = isCall(asked) && (asked === inner || script.textOf(asked).includes('\n')) ? `${snippet(script, asked.callee)}${script.textOf(asked.callee).includes('\n') ? '…' : '(…)'}` : snippet(script, asked);
  return `\`${words}\` (${placeWords(script, asked)})`;
}

/** API functions that give something that a listener may need. */
const QUESTION = /\.(get|query|contains|search)\w*$/;

interface Test {
  readonly node: Node;
  readonly words: string;
}

const MAX_TESTS = 2;
const MAX_CALLS = 6;

/** What decides whether a place is come to, as the listener can test it; the outermost first. */
function testsOn(place: Node, turns: Turns): readonly Test[] {
  const found: Test[] = [];
  for (let at: Node | undefined = place, calls = 0; at !== undefined && calls < MAX_CALLS; calls++) {
    const script = turns.scriptOf(at);
    let inner: Node = at;
    for (const up of ancestors(at)) {
      const list = siblings(inner);
      for (const one of list?.slice(0, list.indexOf(inner as t.Statement)).reverse() ?? []) {
        if (one.type === 'IfStatement' && one.alternate == null && mayLeave(one.consequent) && isLasting(script, one)) found.unshift(returning(script, one.test, true));
      }
      if (up.type === 'IfStatement' && inner !== up.test && isLasting(script, up)) found.unshift(returning(script, up.test, inner === up.alternate));
      if (isFunction(up)) break;
      inner = up;
    }
    const fn = functionOf(at);
    const [caller, ...others] = fn === undefined ? [] : turns.callersOf(fn);
    const given = fn && parentOf(wrapped(fn));
    at = caller !== undefined ? (others.length === 0 ? caller : undefined) : isCall(given) || given?.type === 'NewExpression' ? given : undefined;
  }
  return found.slice(-MAX_TESTS);
}

/** Whether a test asks for more than what an earlier run of the same code has done: `if (isListening) return; isListening = true;` */
function isLasting(script: Script, { test }: t.IfStatement): boolean {
  let lasts = !/\b(has\w*Listeners?|isListening|lastError|typeof)\b/.test(script.textOf(test));
  const names = new Set<string>();
  walk(test, (node) => {
    const name = node.type === 'Identifier' ? node.name : undefined;
    const init = node.type === 'Identifier' ? script.binding(node)?.declarations[0]?.init : undefined;
    if (name !== undefined) names.add(name);
    if (init != null && /\.hasListeners?\b/.test(script.textOf(init))) lasts = false;
  });
  walk(functionOf(test)?.body ?? script.program!, (node) => {
    if (node.type !== 'AssignmentExpression' || node.start! < test.end!) return lasts;
    const name = node.left.type === 'Identifier' ? node.left.name : isMember(node.left) ? memberName(node.left) : undefined;
    if (name !== undefined && names.has(name)) lasts = false;
    return lasts;
  });
  return lasts;
}

/** `if (!on) return;` */
function returning(script: Script, test: Node, isOpposite: boolean): Test {
  const inner = unwrap(test);
  const text = script.textOf(inner);
  const isShort = text.length <= 60 && !text.includes('\n');
  const isSimple = /^(Identifier|MemberExpression|OptionalMemberExpression|CallExpression|AwaitExpression)$/.test(inner.type);
  const opposite = inner.type === 'UnaryExpression' && inner.operator === '!' ? script.textOf(inner.argument) : isSimple ? `!${text}` : `!(${text})`;
  return { node: test, words: isShort ? `\`if (${isOpposite ? text : opposite}) return;\`` : `the test of line ${script.file.origin(test.start!).line}` };
}

/** The locals of the functions around a registration that its listener and some tests use. */
export function localsOf({ script, call, functions, listener }: Registration, tests: readonly Node[], turns: Turns): readonly string[] {
  const names = new Set<string>();
  const around = functionOf(call);
  const isLocal = ({ scope }: Binding): boolean => {
    const home = isFunction(scope.node) ? scope.node : functionOf(scope.node);
    return home !== undefined && !functions.some((fn) => isWithin(scope.node, fn)) && (home.async || immediateCall(home) === undefined);
  };
  for (const node of [...functions.filter((fn) => around !== undefined && isWithin(fn, around)), ...tests]) {
    const own = turns.scriptOf(node);
    walk(node, (one) => {
      const binding = one.type === 'Identifier' ? own.binding(one) : undefined;
      if (binding !== undefined && isLocal(binding) && !binding.declarations.some(({ node: declared, init }) => declared.type === 'FunctionDeclaration' || (init != null && isFunction(unwrap(init)))) && !isWithin(binding.scope.node, node)) names.add(binding.name);
      return true;
    });
  }
  return [...names].filter((name) => name !== script.textOf(listener ?? call));
}
