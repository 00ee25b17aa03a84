import type * as t from '@babel/types';
import { isCall, isCallee, isFunction, isMember, isNewPromise, keyName, memberName, parentOf, unwrap, wrapped, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { usesOfBinding } from '../objects.ts';
import { phasesAt, phaseOf } from '../phases.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';

/** A promise that only events resolve: where one does, and where another waits for it. */
export interface Pending {
  readonly resolved: Pick<Access, 'script' | 'node'>;
  readonly read: Access;
}

/**
 * Where an event resolves a promise that the start-up makes and that nothing else resolves: after an unload it stays pending until that event comes again.
 * @returns undefined for other variables, and where not all that may resolve it is in sight
 */
export function pendingPromise({ accesses, script, node }: Variable, turns: Turns): Pending | undefined {
  const given = accesses.filter(({ kind }) => kind !== 'read' && kind !== 'escape');
  const [first] = given;
  if (given.length !== 1 || first === undefined) return undefined;
  const made = first.value && unwrap(first.value);
  const places = orRefusal(() => (isNewPromise(made) ? resolversOf(first.script, made, turns) : resolversBeside(script, node)));
  if (places === undefined || places instanceof Refusal || !places.every((place) => turns.has(place))) return undefined;
  const isOnlyOfEvents = places.every((place) => turns.turnsAt(place).every(({ origin }) => origin !== 'start' && origin !== 'dom'));
  const resolved = isOnlyOfEvents ? places.find((place) => turns.turnsAt(place).some((turn) => turn.origin !== 'unknown' && phaseOf(turn) === 'event')) : undefined;
  const read = accesses.find((access) => access.reads && phasesAt(access.node, turns).has('event') && !isResolving(access.node, script));
  return resolved === undefined || read === undefined ? undefined : { resolved: { script: turns.scriptOf(resolved), node: resolved }, read };
}

/** The places that may call what resolves `new Promise((resolve) => …)`; undefined where it goes out of sight. */
function resolversOf(script: Script, made: t.NewExpression, turns: Turns): readonly Node[] | undefined {
  const executor = made.arguments[0] && unwrap(made.arguments[0]);
  const [resolve] = isFunction(executor) ? executor.params : [];
  const binding = resolve?.type === 'Identifier' ? script.binding(resolve) : undefined;
  return binding === undefined ? undefined : placesOf(binding.references.map(({ node }) => node), turns);
}

/** The same for `const { promise, resolve } = Promise.withResolvers()` and `const ready = Promise.withResolvers()`. */
function resolversBeside(script: Script, node: Node): readonly Node[] | undefined {
  const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
  const [declaration] = binding?.declarations ?? [];
  const init = declaration?.init && unwrap(declaration.init);
  if (binding === undefined || !isCall(init) || script.textOf(init.callee) !== 'Promise.withResolvers') return undefined;
  const keys = declaration!.keys ?? [];
  if (keys.length === 0) return usesOfBinding(script, binding).flatMap((use) => (isResolving(use.node, use.script) ? [use.node] : []));
  if (keys[0]?.name !== 'promise') return undefined;
  const resolver = script.scopes!.bindings.find((one) => one.scope === binding.scope && one.declarations[0]?.init === declaration!.init && one.declarations[0]?.keys?.[0]?.name === 'resolve');
  return resolver && usesOfBinding(script, resolver).flatMap((use) => (isRun(use.node) ? [use.node] : []));
}

/** Whether a mention of an object is there for its `resolve`. */
function isResolving(node: Node, script: Script): boolean {
  const member = parentOf(wrapped(node));
  return isMember(member) && member.object === wrapped(node) && /^(resolve|reject)$/.test(memberName(member) ?? '') && script.textOf(node) !== 'Promise';
}

/** Where a function is called or handed to a call, by the names that it is given; undefined where one is not followed. */
function placesOf(mentions: readonly Node[], turns: Turns): readonly Node[] | undefined {
  const places: Node[] = [];
  for (const mention of mentions) {
    const parent = parentOf(wrapped(mention));
    if (isRun(mention)) places.push(mention);
    else if (parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.right === wrapped(mention)) {
      const kept = keptAs(unwrap(parent.left as Node), turns);
      if (kept === undefined) return undefined;
      places.push(...kept.filter(isRun));
    } else if (parent?.type === 'ObjectProperty' && parent.value === mention) {
      const name = keyName(parent);
      if (name === undefined) return undefined;
      places.push(...turns.membersNamed(name).filter((member) => isRun(member) && !isOfPromise(member)));
    }
  }
  return places;
}

/** The mentions of what a function is kept as: a variable, or a member of an object. */
function keptAs(left: Node, turns: Turns): readonly Node[] | undefined {
  if (left.type === 'Identifier') {
    const script = turns.scriptOf(left);
    const binding = script.binding(left);
    return binding && usesOfBinding(script, binding).map(({ node }) => node);
  }
  const name = isMember(left) ? memberName(left) : undefined;
  if (name === undefined) return undefined;
  const holder = turns.holderOf((left as t.MemberExpression).object);
  return turns.membersNamed(name).filter((member) => {
    const other = turns.holderOf(member.object);
    return !isOfPromise(member) && (holder === undefined || other === undefined || other.node === holder.node);
  });
}

function isOfPromise({ object }: { readonly object: Node }): boolean {
  const inner = unwrap(object);
  return inner.type === 'Identifier' && inner.name === 'Promise';
}

/** Whether a mention of a function is called, or handed to a call. */
function isRun(mention: Node): boolean {
  const parent = parentOf(wrapped(mention));
  return isCallee(mention) || ((isCall(parent) || parent?.type === 'NewExpression') && parent.arguments.includes(wrapped(mention) as t.Expression));
}
