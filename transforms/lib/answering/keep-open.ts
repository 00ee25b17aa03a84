import type * as t from '@babel/types';
import { ancestors, callOf, functionOf, isCall, isMember, memberName, parentOf, siblings, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Extension } from '../extension.ts';
import { EVENT, rivalsOf, type MessageListener } from '../message-listeners.ts';
import { exportedNames } from '../modules.ts';
import { wordOf } from '../named-by-pages.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { ownPart, stayOpen } from '../stay-open.ts';
import type { Edit } from '../types.ts';
import { bindingOfFunction, usesOfFunction } from '../uses.ts';
import { mayAnswerToo } from './rivals.ts';
import { surelyCalls } from './surely.ts';

/**
 * The edits that make a listener return `true` on the way that answers later, at one of its uses of `sendResponse`.
 * @throws Refusal where that way may end without an answer, other ways would be kept open too, or somebody else may answer
 */
export function keepOpenAt(listener: MessageListener, node: Node, extension: Extension): Edit[] {
  const { script, fn } = listener;
  assertOnlyListener(script, fn);
  const binding = sendResponseOf(listener);
  const statement = statementIn(fn, node);
  if (!surelyCalls(script, [statement], binding)) throw new Refusal(SOME_WAYS);
  assertMayReturnTrue(listener);
  assertUnanswered(listener, statement);
  assertAlone(listener, node, extension);
  const edits = stayOpen(script, fn, [node], true);
  if (edits === undefined) throw new Refusal('the listener goes on after it');
  return edits;
}

export const SOME_WAYS = 'it is not sure to answer on each of its ways';

/** The parameter that answers, if nothing else is ever assigned to it. */
export function sendResponseOf({ script, fn }: MessageListener): Binding {
  const param = fn.params[2];
  const binding = param?.type === 'Identifier' ? script.binding(param) : undefined;
  if (binding === undefined || binding.references.some(({ writes }) => writes)) throw new Refusal('the listener takes `sendResponse` in a way that is not followed');
  return binding;
}

/** The statement of a listener's own code that a place stands in; for a listener that is one expression, that as a statement. */
function statementIn(fn: FunctionNode, place: Node): Node {
  const part = ownPart(fn, place);
  for (const up of [part, ...ancestors(part)]) {
    if (up === fn) break;
    if (/^(Expression|Return)Statement$|^VariableDeclaration$/.test(up.type) && functionOf(up) === fn) return up;
    if (/Statement$/.test(up.type)) throw new Refusal(SOME_WAYS);
  }
  return { type: 'ExpressionStatement', expression: fn.body } as t.ExpressionStatement;
}

/** Refuses a function that anybody but the browser may call, or that does not only listen to messages. */
export function assertOnlyListener(script: Script, fn: FunctionNode): void {
  if (script.realms.length === 0) throw new Refusal('what loads the script is not known');
  const uses = usesOfFunction(script, fn);
  const isListening = (owner: Script, node: Node): boolean => {
    const call = parentOf(wrapped(node));
    const callee = isCall(call) && call.callee !== wrapped(node) ? unwrap(call.callee) : undefined;
    const path = isMember(callee) && /^(add|remove|has)Listener$/.test(memberName(callee) ?? '') ? owner.api(callee)?.names.join('.') : undefined;
    return path !== undefined && EVENT.test(path.replace(/\.\w+$/, ''));
  };
  if (uses === undefined || !uses.every(({ script: owner, node }) => isListening(owner, node))) throw new Refusal('the listener is also used otherwise');
  const name = fn.type === 'FunctionDeclaration' || parentOf(wrapped(fn))?.type === 'VariableDeclarator' ? uses.map(({ node }) => node).find((node): node is t.Identifier => node.type === 'Identifier') : undefined;
  const own = bindingOfFunction(script, fn);
  if (own !== undefined && script.isModule && script.realms.length > 1 && exportedNames(script, own).length > 0) throw new Refusal('the listener is also used otherwise');
  // The classic scripts of a page share their names.
  const isShared = name !== undefined && !script.isModule && script.binding(name)?.scope.parent === undefined;
  if (isShared && script.realms.some(({ kind, scripts }) => kind !== 'background' && scripts.some((other) => other !== script && wordOf(name.name).test(other.text)))) throw new Refusal('the listener is also used otherwise');
}

/** Refuses a listener whose declared type holds no `true`. */
function assertMayReturnTrue({ script, fn }: MessageListener): void {
  if (fn.returnType != null && !/\b(boolean|true|any|unknown)\b/.test(script.textOf(fn.returnType))) throw new Refusal('the type of the listener does not let it return `true`');
}

/** Refuses where the listener answers at once, too, on the way that a statement is on: the first answer counts. */
export function assertUnanswered({ fn, replies }: MessageListener, statement: Node): void {
  const lists = [statement, ...ancestors(statement)].map((up) => (functionOf(up) === fn ? siblings(up) : undefined) ?? []);
  const isBeside = ({ node, when }: MessageListener['replies'][number]): boolean => {
    const call = callOf(node);
    const own = call && parentOf(wrapped(call));
    return when === 'now' && own?.type === 'ExpressionStatement' && lists.some((list) => list.includes(own) && list[list.indexOf(own)] !== statement);
  };
  if (replies.some(isBeside)) throw new Refusal('it answers at once, too');
}

/** Refuses where another listener may answer the same message later: the first answer counts. */
export function assertAlone(listener: MessageListener, place: Node, extension: Extension): void {
  if (rivalsOf(extension, listener.registration.script, listener).some((rival) => mayAnswerToo(rival, listener, place))) throw new Refusal('another listener may answer the same message');
}
