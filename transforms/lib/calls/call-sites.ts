import type * as t from '@babel/types';
import { isCall, isFunction, isMember, memberName, parentOf, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import type { Use } from '../modules.ts';
import { isNamedByPages } from '../named-by-pages.ts';
import { usesOfBinding } from '../objects.ts';
import { boundBy, holderOfMethod, methodName } from '../own-methods.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { onceWithin } from '../source.ts';
import { callsThroughTable, isOnlyTested } from '../tables.ts';
import { usesOfFunction } from '../uses.ts';
import type { Holder, Holders } from './holders.ts';
import type { Units } from './units.ts';

/** A call, or the making of an object. */
export type CallSite = AnyCall | t.NewExpression;

/** Every call of a function, or every `new` of the class whose constructor it is; undefined where others may call it. */
export function callSites(fn: FunctionNode, units: Units, holders: Holders): readonly CallSite[] | undefined {
  const holder = holderOfMethod(fn);
  const isMethod = holder !== undefined && holder.node.type !== 'ObjectExpression' && !(fn.type === 'ClassMethod' && fn.kind === 'constructor');
  return isMethod ? methodCalls(fn, holder, units, holders) : namedSites(fn, units);
}

/** Every call of what is called by a name: of a function, a class, or a function in a constant table. */
const namedSites = onceWithin((fn: FunctionNode, units: Units): readonly CallSite[] | undefined => {
  const script = units.scriptOf(fn);
  if (fn.type === 'ClassMethod') return constructions(script, parentOf(parentOf(fn)!) as t.Class, units);
  return holderOfMethod(fn) === undefined ? sitesOf(usesOfFunction(script, fn), units, isOnlyTested) : sitesOf(callsThroughTable(script, fn), units, () => false);
});

/** The calls that some uses are, in the scripts of the realm; undefined where one is no call, and not of the others that are allowed. */
function sitesOf(uses: readonly Use[] | undefined, units: Units, isAllowed: (node: Node) => boolean): readonly CallSite[] | undefined {
  const sites: CallSite[] = [];
  for (const { node } of uses ?? []) {
    const call = parentOf(wrapped(node));
    // A page that loads the script, too, has functions and objects of its own.
    if (!units.has(node)) continue;
    if ((isCall(call) || call?.type === 'NewExpression') && call.callee === wrapped(node)) sites.push(call);
    else if (!isAllowed(node)) return undefined;
  }
  return sites.length > 0 ? sites : undefined;
}

/** Every `new` of a class that has a name, and of which no other class is made. */
function constructions(script: Script, cls: t.Class, units: Units): readonly CallSite[] | undefined {
  const declarator = parentOf(wrapped(cls));
  const id = cls.type === 'ClassDeclaration' ? cls.id : declarator?.type === 'VariableDeclarator' ? declarator.id : undefined;
  const binding = id?.type === 'Identifier' ? script.binding(id) : undefined;
  // new this.constructor(...), other.constructor
  if (binding === undefined || binding.declarations.length !== 1 || binding.references.some(({ writes }) => writes) || units.membersNamed('constructor').some((member) => !isLookedInto(member))) return undefined;
  const uses = orRefusal(() => usesOfBinding(script, binding));
  return uses instanceof Refusal ? undefined : sitesOf(uses, units, (node) => {
    const parent = parentOf(wrapped(node));
    return (isLookedInto(node) && !/^(call|apply|bind)$/.test(memberName(parent as AnyMember) ?? '')) || (parent?.type === 'BinaryExpression' && parent.operator === 'instanceof' && parent.right === wrapped(node));
  });
}

/** Whether only a member of an expression is used. */
function isLookedInto(node: Node): boolean {
  const parent = parentOf(wrapped(node));
  return isMember(parent) && parent.object === wrapped(node);
}

/** Every call of a class's method: of whatever object that is not known to be another one. */
function methodCalls(fn: FunctionNode, holder: Holder, units: Units, holders: Holders): readonly CallSite[] | undefined {
  const name = methodName(fn);
  // By a name that is computed, out of a pattern, or from a page.
  if (name === undefined || isNamedByPages(units.scriptOf(fn), name) || ('kind' in fn && fn.kind !== 'method') || units.isNamedOtherwise(name)) return undefined;
  const sites: CallSite[] = [];
  for (const member of units.membersNamed(name)) {
    const receiver = holders.of(member.object);
    if (receiver !== undefined && !isRelated(receiver.node, holder.node)) continue;
    const call = parentOf(wrapped(member));
    if (isCall(call) && call.callee === wrapped(member)) sites.push(call);
    else if (boundBy(member) !== undefined || !isOnlyTested(member)) return undefined;
  }
  return sites.length > 0 ? sites : undefined;
}

/** Whether the members of one may be those of the other: the same, or classes of which one may be made from the other. */
function isRelated(one: Node, other: Node): boolean {
  return one === other || [one, other].some((node) => !isFunction(node) && node.type !== 'ObjectExpression' && (node as t.Class).superClass != null);
}
