import { ancestors, isCall, isFunction, isMember, isWithin, memberName, parentOf, unwrap, wrapped, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { evaluate } from '../constants.ts';
import { changesIn } from './held-values.ts';
import type { Script } from '../script.ts';
import { phaseOf } from '../phases.ts';
import type { Turns } from '../turns.ts';

/** What a change does to the number of entries: `bounds` takes some away, or all of them. */
type Effect = 'grows' | 'bounds' | 'none';

/** Keys of which a platform or an author knows a few only. */
const FEW = /(type|kind|status|method|reason|command|action|level|mode|state|code|menuItemId)$/i;

/** Whether events add entries to what a variable holds, without a limit, and nothing ever takes one away. False where that is not sure. */
export function growsWithoutEnd(variable: Variable, turns: Turns): boolean {
  const changes = changesIn(variable, turns);
  if (changes === undefined || isLimited(changes.accesses)) return false;
  const own = new Set(changes.accesses.map(({ node }) => node));
  const later = changes.accesses.filter((access) => !access.initial && access.kind === 'write' && runsAgain(access.node, turns));
  const effects = [
    ...later.map((write) => effectOfWrite(write, own)),
    ...changes.inside.filter(({ steps }) => steps === 0).map(({ script, node }) => {
      const effect = effectOf(script, node, own, turns);
      return effect === 'grows' && !runsAgain(node, turns) ? 'none' : effect;
    }),
  ];
  return effects.includes('grows') && !effects.includes('bounds');
}

/** Whether a place runs because of events that come again and again, unlike an update. */
function runsAgain(node: Node, turns: Turns): boolean {
  return turns.turnsAt(node).some((turn) => phaseOf(turn) === 'event' && !/^runtime\.on(Installed|Startup)$/.test(turn.origin));
}

/** Whether the number of entries is compared with something, other than whether there is one. */
function isLimited(accesses: readonly Access[]): boolean {
  return accesses.some(({ node }) => {
    let outer = wrapped(node);
    const call = parentOf(outer);
    if (isCall(call) && call.arguments[0] === outer) outer = wrapped(call);
    const member = parentOf(outer);
    if (!isMember(member) || member.object !== outer || !/^(length|size)$/.test(memberName(member) ?? '')) return false;
    const test = parentOf(wrapped(member));
    if (test?.type !== 'BinaryExpression' || !/^[<>]=?$|^[!=]==?$/.test(test.operator) || parentOf(test)?.type === 'ForStatement') return false;
    const other = unwrap(test.left === wrapped(member) ? test.right : test.left);
    return other.type !== 'NumericLiteral' || other.value > 1;
  });
}

/** What it does that a variable is given something else: `list = [...list, item]` adds to what was there. */
function effectOfWrite({ value }: Access, own: ReadonlySet<Node>): Effect {
  const given = value && unwrap(value);
  const isOwn = (node: Node): boolean => own.has(unwrap(node));
  if (given?.type === 'ArrayExpression') return given.elements.length > 1 && given.elements.some((one) => one?.type === 'SpreadElement' && isOwn(one.argument)) ? 'grows' : 'bounds';
  if (given?.type === 'ObjectExpression' && given.properties.some((one) => one.type === 'SpreadElement' && isOwn(one.argument))) return given.properties.some((one) => one.type === 'ObjectProperty' && one.computed && unwrap(one.key).type !== 'StringLiteral') ? 'grows' : 'none';
  if (isCall(given) && isMember(given.callee) && memberName(given.callee) === 'concat' && isOwn(given.callee.object)) return 'grows';
  return 'bounds';
}

/** What a change of the collection itself does. */
function effectOf(script: Script, node: Node, own: ReadonlySet<Node>, turns: Turns): Effect {
  const member = parentOf(wrapped(node));
  const above = isMember(member) && member.object === wrapped(node) ? parentOf(wrapped(member)) : undefined;
  if (!isMember(member) || above === undefined) return 'none';
  if (isCall(above) && above.callee === wrapped(member)) {
    switch (memberName(member)) {
      case 'push':
      case 'unshift':
        return 'grows';
      case 'set':
      case 'add':
        return above.arguments[0] !== undefined && isOneOfFew(script, above.arguments[0], own, turns) ? 'none' : 'grows';
      case 'sort':
      case 'reverse':
        return 'none';
      default:
        return 'bounds';
    }
  }
  if (above.type === 'UnaryExpression') return 'bounds';
  if (above.type !== 'AssignmentExpression' || above.left !== wrapped(member)) return 'none';
  if (!member.computed) return memberName(member) === 'length' ? 'bounds' : 'none';
  return isRecord(own) || isOneOfFew(script, member.property, own, turns) ? 'none' : 'grows';
}

/** Whether code names members of an object: others are settings like these. */
function isRecord(own: ReadonlySet<Node>): boolean {
  return [...own].some((node) => {
    const declarator = parentOf(wrapped(node));
    const init = declarator?.type === 'VariableDeclarator' && declarator.id === node && declarator.init ? unwrap(declarator.init) : undefined;
    if (init?.type === 'ObjectExpression') return init.properties.length > 0;
    return isMember(declarator) && declarator.object === wrapped(node) && !declarator.computed && memberName(declarator) !== 'hasOwnProperty';
  });
}

/** Whether a key is one of a few that are known, or one that is there already. */
function isOneOfFew(script: Script, key: Node, own: ReadonlySet<Node>, turns: Turns, depth = 4): boolean {
  const inner = unwrap(key);
  const again = (other: Node, from = script): boolean => depth > 0 && isOneOfFew(from, other, own, turns, depth - 1);
  if (evaluate(script, inner, turns) !== undefined || inner.type === 'BooleanLiteral' || inner.type === 'BinaryExpression' && /^[<>]=?$|^[!=]==?$/.test(inner.operator)) return true;
  if (inner.type === 'ConditionalExpression') return again(inner.consequent) && again(inner.alternate);
  if (inner.type === 'LogicalExpression') return again(inner.left) && again(inner.right);
  if (isMember(inner)) return FEW.test(memberName(inner) ?? '');
  if (inner.type !== 'Identifier') return false;
  if (FEW.test(inner.name)) return true;
  const [declaration, another] = script.binding(inner)?.declarations ?? [];
  if (declaration === undefined || another !== undefined) return false;
  for (const up of ancestors(declaration.id)) {
    if ((up.type === 'ForOfStatement' || up.type === 'ForInStatement') && isWithin(declaration.id, up.left)) return isOfFew(up.right, own);
    if (!isFunction(up)) continue;
    const index = up.params.findIndex((param) => param === declaration.id);
    if (index < 0) break;
    const call = parentOf(wrapped(up));
    if (isCall(call) && isMember(call.callee) && memberName(call.callee) === 'forEach') return isOfFew(call.callee.object, own);
    const callers = turns.callersOf(up);
    return callers.length > 0 && callers.every((one) => one.arguments[index] !== undefined && again(one.arguments[index], turns.scriptOf(one)));
  }
  return declaration.init !== undefined && declaration.keys?.length === 0 && again(declaration.init);
}

/** Whether a loop goes over what is written out, or over what the collection holds. */
function isOfFew(list: Node, own: ReadonlySet<Node>): boolean {
  const inner = unwrap(list);
  return inner.type === 'ArrayExpression' || [...own].some((node) => isWithin(node, inner));
}
