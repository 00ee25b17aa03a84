import type * as t from '@babel/types';
import { answersOf } from '../answers.ts';
import { isMember, isWithin, parentOf, usesArguments, walk, type FunctionNode, type Node } from '../ast.ts';
import { isBehindHere } from './behind.ts';
import { registrationsOf } from './callers.ts';
import type { Access } from '../bindings.ts';
import type { EntriesAt, Entry } from './entries.ts';
import type { Insertions } from '../insertions.ts';
import { functionText } from '../layout.ts';
import { assertMayWaitWhole } from './may-wait.ts';
import { isObserving, modeOf } from './modes.ts';
import { inOrder, type Ordering } from './order.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Registration, Turns } from '../turns.ts';
import { functionWaits, waitsOf } from './waits.ts';

/**
 * Makes every listener that touches some variables wait for a promise first.
 * @param promise its name, or how a place names it
 * @param entriesAt the listeners that touch some places
 * @returns whether any listener has to
 * @throws Refusal where that cannot be done without another change of behaviour
 */
export function gate(accesses: readonly Pick<Access, 'node'>[], promise: PromiseName, entriesAt: EntriesAt, turns: Turns, into: Insertions, ordering: Ordering): boolean {
  return gateEntries(inOrder(entriesAt(accesses), entriesAt, turns, ordering), promise, into);
}

/** The name of a promise, or how a place names it. */
type PromiseName = string | ((script: Script, place: Node) => string);

/**
 * Makes listeners wait for a promise before they touch some variables.
 * @param before the promises that a listener waits for first at a place
 * @returns whether there are any listeners
 */
export function gateEntries(entries: readonly Entry[], promise: PromiseName, into: Insertions, before: (entry: Entry, place: Node) => readonly string[] = () => []): boolean {
  let gates = false;
  for (const entry of entries) {
    const { script, fn, list } = entry;
    const name = typeof promise === 'string' ? promise : promise(script, list[0] ?? fn.body);
    const isWaiting = (touch: Node): boolean => isBehindHere(touch, (expression) => [script.textOf(expression), `${script.textOf(expression)}.catch(console.error)`].includes(name), script);
    const touches = entry.touches.filter((touch) => !isWaiting(touch));
    if (entry.touches.length > 0 && touches.length === 0) continue;
    gates = true;
    const promisesAt = (place: Node): readonly string[] => [...before(entry, place), name];
    if (entry.argument !== undefined) gateRegistration(entry, entry.argument, promisesAt(fn.body), into);
    else for (const wait of waitsOf(entry, touches, isWaiting)) wait.write(promisesAt(wait.first ?? wait.fn.body), into);
  }
  return gates;
}

/**
 * Makes the listener of a registration wait for a promise before it does anything that others could notice, or asks for what others make.
 * @throws Refusal as {@link gate} does
 */
export function gateListener({ functions: [fn] }: Registration, promise: string, turns: Turns, into: Insertions): void {
  const script = turns.scriptOf(fn!);
  const touches: Node[] = [];
  for (const part of [...fn!.params, fn!.body]) {
    walk(part, (node) => {
      if (node.type === 'ThisExpression' || node.type === 'Super' || (node.type === 'Identifier' && isFromOutside(script, node, fn!))) touches.push(node);
      return true;
    });
  }
  if (touches.length === 0) return;
  if (turns.callersOf(fn!).length > 0) throw new Refusal('it is also called as a function');
  const mode = modeOf(registrationsOf(fn!, turns));
  // One place to wait, not one in each branch.
  const first = fn!.body.type === 'BlockStatement' && mode === 'await' ? fn!.body.body.find((statement) => touches.some((touch) => isWithin(touch, statement))) : undefined;
  if (first?.type === 'IfStatement' && first.alternate != null) touches.push(first.test);
  if (first?.type === 'SwitchStatement') touches.push(first.discriminant);
  for (const wait of functionWaits({ turns, script, fn: fn!, mode, list: [], touches }, fn!, mode, touches)) wait.write([promise], into);
}

/** Names of the language, which are the same at any time. */
const LANGUAGE = /^(undefined|NaN|Infinity|arguments|Object|Array|String|Number|Boolean|JSON|Math|RegExp|Error|parseInt|parseFloat|isNaN|isFinite|encodeURI|encodeURIComponent|decodeURI|decodeURIComponent)$/;

/** Whether a name means something that is not made in a function, and that may change. */
function isFromOutside(script: Script, name: t.Identifier, fn: FunctionNode): boolean {
  const binding = script.binding(name);
  if (binding !== undefined) return !isWithin(binding.scope.node, fn) && !(binding.kind === 'const' && binding.declarations.every(({ init }) => init != null && /^(String|Numeric|Boolean|RegExp)Literal$/.test(init.type)));
  const parent = parentOf(name);
  const isKey = /^(Object|Class)(Property|Method)$/.test(parent?.type ?? '') && (parent as t.ObjectProperty).key === name && !(parent as t.ObjectProperty).computed;
  const isName = isKey || (isMember(parent) && parent.property === name && !parent.computed);
  return !isName && !/^(Labeled|Break|Continue)Statement$|^TS/.test(parent?.type ?? '') && !LANGUAGE.test(name.name);
}

/** Has a listener wait that calls a function, where the function itself was registered. */
function gateRegistration(entry: Entry, argument: t.Identifier, promises: readonly string[], into: Insertions): void {
  const { script, fn } = entry;
  assertMayWaitWhole(entry);
  const answers = entry.turns.registrations.some((one) => one.functions.includes(fn) && (one.event === 'proxy.onRequest' || (answersOf(one.event) === 'value' && !isObserving(one))));
  into.replace(script, argument, listenerAround(script, fn, argument.name, promises, script.indentAt(argument.start!), answers));
}

/** The text of a listener that waits for promises, then calls another with what it is given. @param answers whether it gives back the answer */
export function listenerAround(script: Script, fn: FunctionNode, callee: string, promises: readonly string[], indent: string, answers = false): string {
  const { semicolon, indent: step } = script.style;
  const needed = [callee, ...promises].map((text) => /^[\w$]*/.exec(text)![0]);
  const names = fn.params.map((param) => (param.type === 'Identifier' ? param.name : ''));
  const given = names.every((name) => name !== '' && !needed.includes(name)) && !usesArguments(fn) ? names : ['...args'];
  return `async ${functionText(script, given, `${promises.map((promise) => `${indent}${step}await ${promise}${semicolon}\n`).join('')}${indent}${step}${answers ? 'return ' : ''}${callee}(${given.join(', ')})${semicolon}`, indent)}`;
}
