import type * as t from '@babel/types';
import { isCall, isFunction, isMember, isWithin, memberName, unwrap, walk, type AnyCall, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import type { Realm } from '../realms.ts';
import { canBeKept } from './restoring.ts';
import type { Script } from '../script.ts';
import { classify, type Classified } from './state.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import type { Turns } from '../turns.ts';

/** Verdicts on variables that an unload may take. */
const LOST = /^(memo|scratch|unread|handle)$/;
const COLLECTIONS = /^(Array|Object|Map|Set|WeakMap|WeakSet)$/;
const CALCULATING = /^(Array|Boolean|Date|JSON|Math|Number|Object|String|console|performance|parseInt|parseFloat|isNaN|isFinite)$/;
const CHANGING = /^(push|pop|shift|unshift|splice|sort|reverse|fill|set|add|delete|clear)$/;
const READING = /^(get|has|keys|values|entries|slice|concat|join|includes|indexOf|startsWith|endsWith|toString|getTime|valueOf|at|trim|split|toLowerCase)$/;

/**
 * Whether all that a timer runs is to change variables of the background that an unload takes anyway, as what empties a cache does.
 * State that storage can keep is none of them.
 */
export function changesMemoryOnly(realm: Realm, timer: AnyCall, turns: Turns): boolean {
  const callback = timer.arguments[0] && unwrap(timer.arguments[0]);
  if (!isFunction(callback) && callback?.type !== 'Identifier') return false;
  const functions = turns.functionsOf(callback);
  if (functions.length !== 1) return false;
  const all = classify(realm);
  const known = new Map(all.flatMap((one) => one.variable.accesses.map(({ node }) => [node, one] as const)));
  const changed = new Set<Classified>();
  const pieces = new Set<Node>(functions);
  let others = false;
  for (const piece of pieces) {
    const script = turns.scriptOf(piece);
    walk(piece, (node) => {
      others ||= !isOfMemory(script, node);
      return !others;
    });
    if (others) return false;
  }
  const variables = all.map(({ variable }) => variable);
  return changed.size > 0 && [...changed].every(({ variable, verdict }) =>
    LOST.test(verdict.kind) || (verdict.kind === 'state' && holdsCollections(variable.script, variable.accesses) && !canBeKept(variable, variables, turns)));

  function isOfMemory(script: Script, node: Node): boolean {
    if (node === timer) return true;
    if (/^(TaggedTemplateExpression|Import|ImportExpression|YieldExpression|AwaitExpression)$/.test(node.type)) return false;
    if (isMember(node) || node.type === 'Identifier') return script.api(node) === undefined;
    if (node.type === 'AssignmentExpression') return isWritten(script, node.left);
    if (node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && node.operator === 'delete')) return isWritten(script, node.argument);
    return (!isCall(node) && node.type !== 'NewExpression') || isCalled(script, node);
  }

  function isWritten(script: Script, target: Node): boolean {
    const inner = unwrap(target);
    const own = known.get(inner);
    if (own !== undefined) changed.add(own);
    return own !== undefined || (inner.type === 'Identifier' ? isLocal(script, inner) : isMember(inner) && isChanged(script, inner.object));
  }

  /** Whether what is changed is a collection of a variable, or of the callback itself. */
  function isChanged(script: Script, collection: Node): boolean {
    const inner = unwrap(collection);
    const own = known.get(inner);
    if (own !== undefined) {
      changed.add(own);
      return holdsCollections(script, own.variable.accesses);
    }
    const [declaration] = inner.type === 'Identifier' && isLocal(script, inner) ? script.binding(inner)!.declarations : [];
    return declaration?.init != null && declaration.keys?.length === 0 && isCollection(script, declaration.init);
  }

  function isCalled(script: Script, call: AnyCall): boolean {
    const callee = unwrap(call.callee as Node);
    const targets = turns.targetsOf(call);
    for (const fn of targets) pieces.add(fn);
    if (isFunction(callee) || targets.length > 0) return true;
    if (call.type === 'NewExpression') return isGlobal(script, callee, COLLECTIONS) || isGlobal(script, callee, /^Date$/);
    if (!isMember(callee)) return isGlobal(script, callee, CALCULATING);
    const name = memberName(callee) ?? '';
    for (const argument of SYNC_METHODS.has(name) ? call.arguments : []) {
      const functions = turns.functionsOf(argument);
      for (const fn of functions) pieces.add(fn);
      if (functions.length === 0 && !/Literal$/.test(unwrap(argument).type)) return false;
    }
    if (isGlobal(script, unwrap(callee.object), CALCULATING)) return name !== 'assign' || isChanged(script, call.arguments[0]!);
    if (CHANGING.test(name)) return isChanged(script, callee.object);
    return (SYNC_METHODS.has(name) || READING.test(name)) && comesFromMemory(script, callee.object);
  }

  function comesFromMemory(script: Script, node: Node): boolean {
    const inner = unwrap(node);
    const own = known.get(inner);
    if (own !== undefined) return holdsCollections(script, own.variable.accesses);
    if (isMember(inner)) return comesFromMemory(script, inner.object);
    if (isCall(inner)) return comesFromMemory(script, inner.callee as Node);
    return inner.type === 'Identifier' ? isLocal(script, inner) || isGlobal(script, inner, CALCULATING) : /Literal$|^(Array|New)Expression$/.test(inner.type);
  }

  function isGlobal(script: Script, node: Node, names: RegExp): boolean {
    return node.type === 'Identifier' && names.test(node.name) && script.binding(node) === undefined;
  }

  function isLocal(script: Script, id: t.Identifier): boolean {
    const binding = script.binding(id);
    return binding !== undefined && binding.declarations.every((declaration) => [...pieces].some((piece) => isWithin(declaration.id, piece)));
  }
}

/** Whether a variable never holds anything but collections. */
function holdsCollections(script: Script, accesses: readonly Access[]): boolean {
  const values = accesses.filter(({ kind }) => kind === 'write').map((access) => access.value);
  return values.length > 0 && values.every((value) => value !== undefined && isCollection(script, value));
}

function isCollection(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'ArrayExpression') return true;
  if (inner.type === 'ObjectExpression') return inner.properties.every((member) => member.type !== 'ObjectMethod' || member.kind === 'method');
  if (inner.type === 'NewExpression') return inner.callee.type === 'Identifier' && COLLECTIONS.test(inner.callee.name) && script.binding(inner.callee) === undefined;
  return isCall(inner) && script.textOf(inner) === 'Object.create(null)';
}
