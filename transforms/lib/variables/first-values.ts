import type * as t from '@babel/types';
import { functionOf, isCall, isClass, isFunction, isMember, keyName, memberName, parentOf, siblings, unwrap, walk, wrapped, type AnyMember, type Node } from '../ast.ts';
import type { Access } from '../bindings.ts';
import { listed } from '../objects.ts';
import type { Script } from '../script.ts';
import { onceWithin } from '../source.ts';
import type { Turns } from '../turns.ts';

/** What the literal or the class itself gives to a field. */
export function initialFields(holder: Node, name: string, turns: Turns): Access[] {
  const script = turns.scriptOf(holder);
  const initial = (node: Node, value: Node | null | undefined): Access[] =>
    (value ? [{ script, node, kind: 'write', reads: false, value, initial: true }] : []);
  if (holder.type === 'ObjectExpression') {
    return holder.properties.flatMap((member) => (member.type === 'ObjectProperty' && keyName(member) === name ? initial(member.key, member.value) : []));
  }
  if (isClass(holder)) {
    return holder.body.body.flatMap((member) =>
      member.type === 'ClassMethod' && member.kind === 'constructor' ? member.params.flatMap((param) => {
        // constructor(private store: Store)
        const given = param.type === 'TSParameterProperty' ? param.parameter : undefined;
        const id = given?.type === 'AssignmentPattern' ? given.left : given;
        return id?.type === 'Identifier' && id.name === name ? initial(id, id) : [];
      }) : ((member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') && !member.static && keyName(member) === name ? initial(member.key, member.value) : []));
  }
  return [];
}

/** Whether a constructor gives a field of its own object something. */
export function isConstruction(member: AnyMember, holder: Node): boolean {
  const fn = unwrap(member.object).type === 'ThisExpression' ? functionOf(member) : undefined;
  return fn !== undefined && (fn === holder || (fn.type === 'ClassMethod' && fn.kind === 'constructor'));
}

/** The members by which the statements after its declaration give an object fields, before other code can run: `app.count` in `const app = {}; app.count = 0;`. */
export const firstValuesOf = onceWithin((literal: Node, turns: Turns): ReadonlySet<Node> => {
  const found = new Map<string, Node>();
  const declarator = parentOf(wrapped(literal));
  const declaration = declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? parentOf(declarator) : undefined;
  const list = declaration && siblings(listed(declaration));
  if (literal.type !== 'ObjectExpression' || list === undefined) return new Set();
  const script = turns.scriptOf(literal);
  const own = new Set(literal.properties.map((member) => (member.type === 'SpreadElement' ? undefined : keyName(member))));
  for (const statement of list.slice(list.indexOf(listed(declaration!) as t.Statement) + 1)) {
    if (!/^(Expression|Empty)Statement$|Declaration$/.test(statement.type) || mayRunOthers(script, statement)) break;
    const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=' || !isMember(assignment.left)) continue;
    const name = memberName(assignment.left);
    if (name !== undefined && !own.has(name) && !found.has(name) && turns.holderOf(assignment.left.object)?.node === literal) found.set(name, assignment.left);
  }
  return new Set(found.values());
});

/** What the language has that runs no function of the extension. */
const BUILT_IN = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Date', 'Object', 'Math', 'Number', 'String', 'URL', 'RegExp', 'console']);

/** Whether a statement may run functions of the extension. */
function mayRunOthers(script: Script, statement: Node): boolean {
  let runs = false;
  walk(statement, (node) => {
    if (isFunction(node)) return false;
    if (isCall(node) || node.type === 'NewExpression') {
      const callee = unwrap(node.callee as Node);
      const root = isMember(callee) ? unwrap(callee.object) : callee;
      runs ||= script.api(callee) === undefined && !(root.type === 'Identifier' && BUILT_IN.has(root.name) && script.freeNames.has(root.name));
    } else if (/^(TaggedTemplate|Await|Yield)Expression$|^StaticBlock$/.test(node.type)) {
      runs = true;
    }
    return !runs;
  });
  return runs;
}
