import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, memberName, parentOf, siblings, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { immediateCall } from '../api.ts';
import { endsFunction, isExclusive } from '../control-flow.ts';
import type { Entry } from '../gates/entries.ts';
import { isNameOfRestored } from '../gates/promise-names.ts';
import { statementsBehind, waitsOf } from '../gates/waits.ts';
import { exportedNames, importedName } from '../modules.ts';
import { nameOfBinding } from '../objects.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { onceWithin } from '../source.ts';
import { assertSettles, mayFail } from './settling.ts';
import { sharingOf } from './sharing.ts';
import type { Turns } from '../turns.ts';
import { listed } from '../words.ts';

/** What code waits for before it comes to a place. */
interface OwnWaits {
  /** The promises of the start-up, in their order. */
  readonly promises: ReadonlySet<Binding>;
  /** Waits for them in other ways: on some ways only, for several at once, in a function that is called. */
  readonly others: readonly string[];
}

/** A place where a listener will wait, and what its author has it wait for before and behind that place. */
interface Place {
  readonly before: ReadonlySet<Binding>;
  readonly behind: ReadonlySet<Binding>;
  readonly others: string;
}

/**
 * Has listeners wait for the promises of the start-up that others wait for with which they share something. These promises are settled for most of a
 * persistent background's life; at each wake they are not, and of two events that come together the second would be first.
 * @returns the promises that a listener waits for at a place, beside the one that it is given
 * @throws Refusal where one of them is not known to end, a listener cannot reach it, or they are waited for in different ways
 */
export function waitingAlike(entries: readonly Entry[], turns: Turns): (entry: Entry, place: Node) => readonly string[] {
  const placesOf = new Map(entries.map((entry) => [entry, placesIn(entry, turns)] as const));
  if ([...placesOf.values()].every((places) => [...places.values()].every(({ before, behind, others }) => before.size === 0 && behind.size === 0 && others === ''))) return () => [];
  const names = new Map<Entry, ReadonlyMap<Node, readonly string[]>>();
  for (const entry of entries) {
    const own = placesOf.get(entry)!;
    const sharing = entries.filter((other) => other !== entry && share(entry, other, turns)).flatMap((other) => [...placesOf.get(other)!.values()]);
    const all = [...own.values(), ...sharing];
    const odd = all.find(({ others }) => others !== all[0]!.others);
    if (odd !== undefined) throw new Refusal(`listeners that use it wait for \`${odd.others || all[0]!.others}\` in different ways`);
    const wanted = new Set([...all].sort((one, other) => other.before.size - one.before.size).flatMap(({ before, behind }) => [...before, ...behind]));
    const order = [...wanted];
    if (all.some(({ before }) => [...before].some((binding, index) => order[index] !== binding))) throw new Refusal(`listeners that use it wait for ${listed(order.map(({ name }) => name))} in different orders`);
    names.set(entry, new Map([...own].map(([place, { before }]) => [place, order.filter((binding) => !before.has(binding)).map((binding) => nameAt(entry, binding, turns))])));
  }
  return (entry, place) => names.get(entry)?.get(place) ?? [];
}

/** The places at which a listener will wait: its statements, or its body. */
function placesIn(entry: Entry, turns: Turns): ReadonlyMap<Node, Place> {
  const { fn, script, argument, touches } = entry;
  const places = new Map<Node, Place>();
  const add = (place: Node, behind: readonly Node[]): void => {
    const { promises } = ownWaitsAt(place, fn, script, turns);
    const own = touches.filter((touch) => behind.some((one) => isWithin(touch, one))).map((touch) => ownWaitsAt(touch, fn, script, turns));
    const later = new Set(own.flatMap((one) => [...one.promises]).filter((binding) => !promises.has(binding)));
    const others = new Set([...own.flatMap((one) => one.others), ...[...later].map(({ name }) => name)]);
    places.set(place, { before: promises, behind: later, others: [...others].join() });
  };
  if (argument !== undefined) add(fn.body, [fn]);
  else for (const wait of waitsOf(entry, touches, () => false)) add(wait.first ?? wait.fn.body, statementsBehind(wait));
  return places;
}

/** How a listener names a promise for which others wait. */
function nameAt({ script, list, fn }: Entry, binding: Binding, turns: Turns): string {
  const init = binding.declarations[0]!.init!;
  assertSettles(init, turns);
  const owner = turns.scriptOf(init);
  // What is caught first is settled a little later, and the order would be another one.
  if (mayFail(owner, init)) throw new Refusal(`listeners that use it wait for \`${binding.name}\`, which may fail, and others do not`);
  const name = binding.scope.parent !== undefined && script.program !== owner.program ? undefined : nameOfBinding(owner, binding, script, list[0] ?? fn.body);
  if (name === undefined) throw new Refusal(`a listener that uses it cannot reach \`${binding.name}\`, for which others wait`);
  return name;
}

/** What a function waits for before it comes to a place in it. */
function ownWaitsAt(place: Node, fn: FunctionNode, script: Script, turns: Turns): OwnWaits {
  const promises: Binding[] = [];
  const others: string[] = [];
  const waitAt = (waited: Node, isPlain: boolean): void => {
    const promise = unwrap(waited);
    const binding = isPlain ? promiseOfStart(promise, script, turns) : undefined;
    if (binding !== undefined) promises.unshift(binding);
    else if (promisesIn(promise, turns).length > 0) others.push(script.textOf(promise));
  };
  const call = isCall(place) ? place : parentOf(wrapped(place));
  if (isCall(call)) for (const target of turns.targetsOf(call)) others.push(...promisesAwaitedBy(target, turns));
  let inner = place;
  for (const up of ancestors(place)) {
    const list = siblings(inner);
    for (const earlier of list?.slice(0, list.indexOf(inner as never)).reverse() ?? []) {
      if (isExclusive(earlier, inner)) continue;
      const direct = earlier.type === 'ExpressionStatement' ? [earlier.expression] : earlier.type === 'VariableDeclaration' ? earlier.declarations.flatMap(({ init }) => init ?? []) : [];
      const plain = direct.map(unwrap);
      walk(earlier, (node) => {
        if (node.type === 'AwaitExpression') waitAt(node.argument, plain.includes(node));
        return !isFunction(node) && !(parentOf(node)?.type === 'IfStatement' && endsFunction(node));
      });
    }
    if (up === fn) break;
    if (isFunction(up)) {
      const continued = parentOf(wrapped(up));
      if (isCall(continued) && isMember(continued.callee) && /^(then|catch|finally)$/.test(memberName(continued.callee) ?? '')) waitAt(continued.callee.object, memberName(continued.callee) === 'then' && continued.arguments[0] === wrapped(up));
    }
    inner = up;
  }
  return { promises: new Set(promises), others };
}

/** The names of the promises of the start-up that a function waits for, by itself or through those that it calls. */
const promisesAwaitedBy = onceWithin((fn: FunctionNode, turns: Turns): readonly string[] => {
  const names = new Set<string>();
  const seen = new Set<Node>();
  const visit = (one: FunctionNode): void => {
    if (seen.has(one)) return;
    seen.add(one);
    walk(one.body, (node) => {
      const callee = isCall(node) ? unwrap(node.callee as Node) : undefined;
      const waited = node.type === 'AwaitExpression' ? node.argument : isMember(callee) && memberName(callee) === 'then' ? callee.object : undefined;
      for (const name of waited === undefined || isCall(unwrap(waited)) && turns.targetsOf(unwrap(waited) as AnyCall).length > 0 ? [] : promisesIn(waited, turns)) names.add(name);
      if (isCall(node)) turns.targetsOf(node).forEach(visit);
      return true;
    });
  };
  visit(fn);
  return [...names];
});

/** The names of the promises of the start-up that an expression is settled after. */
function promisesIn(expression: Node, turns: Turns): readonly string[] {
  const inner = unwrap(expression);
  const all = (parts: readonly (Node | null)[]): readonly string[] => parts.flatMap((part) => (part === null ? [] : promisesIn(part, turns)));
  switch (inner.type) {
    case 'Identifier':
      return promiseOfStart(inner, turns.scriptOf(inner), turns) === undefined ? [] : [inner.name];
    case 'MemberExpression':
      return turns.holderOf(inner.object) === undefined ? [] : [turns.scriptOf(inner).textOf(inner)];
    case 'ConditionalExpression':
      return all([inner.consequent, inner.alternate]);
    case 'LogicalExpression':
      return all([inner.left, inner.right]);
    case 'ArrayExpression':
      return all(inner.elements);
    case 'CallExpression':
    case 'OptionalCallExpression': {
      const callee = unwrap(inner.callee as Node);
      if (isMember(callee) && /^(then|catch|finally)$/.test(memberName(callee) ?? '')) return promisesIn(callee.object, turns);
      if (isMember(callee) && turns.scriptOf(inner).textOf(callee.object) === 'Promise') return all(inner.arguments);
      return turns.targetsOf(inner).flatMap((fn) => promisesAwaitedBy(fn, turns));
    }
    default:
      return [];
  }
}

/** The variable of the start-up that an expression names, in whichever module it stands. */
function promiseOfStart(expression: Node, script: Script, turns: Turns): Binding | undefined {
  const binding = expression.type === 'Identifier' ? script.binding(expression) : undefined;
  if (binding?.kind !== 'import') return binding !== undefined && isOfStart(binding) ? binding : undefined;
  const modules = script.realms.filter(({ kind }) => kind === 'background').flatMap(({ scripts }) => scripts.filter((one) => one !== script && one.isModule && one.program !== undefined));
  return modules.flatMap((one) => [...one.scopes!.program.bindings.values()].filter((own) => isOfStart(own) && turns.has(own.declarations[0]!.id) && exportedNames(one, own).length > 0 && importedName(script, expression, one, own) === (expression as { name?: string }).name))[0];
}

/** Whether a name stands, as long as the background runs, for what the start-up gave it; but for state that is restored. */
function isOfStart({ name, scope, kind, declarations: [declaration, ...others], references }: Binding): boolean {
  if (isNameOfRestored(name) || !/^(const|let|var)$/.test(kind) || declaration?.init == null || /Literal$|^(Object|Array|Function|ArrowFunction|Class)Expression$/.test(unwrap(declaration.init).type) || declaration.keys?.length !== 0 || others.length > 0 || references.some(({ writes }) => writes)) return false;
  const home = functionOf(declaration.id);
  return scope.parent === undefined || (home !== undefined && immediateCall(home) !== undefined && siblings(parentOf(parentOf(declaration.id)!)!) === siblings(home.body.type === 'BlockStatement' ? home.body.body[0]! : home.body));
}

const shared = onceWithin((one: FunctionNode, turns: Turns) => onceWithin((other: FunctionNode, _: Turns) => sharingOf(turns).shared([one.body], () => false, [other.body]).length > 0));

/** Whether one of two listeners changes what the other uses. */
function share(one: Entry, other: Entry, turns: Turns): boolean {
  return shared(one.fn, turns)(other.fn, turns) || shared(other.fn, turns)(one.fn, turns);
}
