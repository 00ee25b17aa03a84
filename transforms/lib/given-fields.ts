import type * as t from '@babel/types';
import { isFunction, isMember, isCall, isWritten, keyName, memberName, parentOf, property, propertyValue, unwrap, walk, wrapped, type AnyMember, type Node } from './ast.ts';
import { ownObject } from './objects.ts';
import { orRefusal, Refusal } from './refusal.ts';
import type { Turns } from './turns.ts';

/**
 * All that a field is ever given of an object that the background makes once: `delay` of `this.delay`, `poller.delay`. The first has it before any
 * code can ask for it. Undefined where another value may be out of sight, or depends on what the field has.
 */
export function valuesOfField(member: AnyMember, turns: Turns): readonly Node[] | undefined {
  const name = memberName(member);
  const holder = name === undefined ? undefined : turns.holderOf(member.object);
  if (holder === undefined || !holder.instance || isFunction(holder.node)) return undefined;
  const first = firstValue(holder.node, name!);
  const object = first && orRefusal(() => ownObject(holder, turns));
  if (first === undefined || object === undefined || object instanceof Refusal) return undefined;
  const values: Node[] = [first];
  for (const use of object.members.get(name!) ?? []) {
    // A page that loads the script, too, has an object of its own.
    if (!isWritten(use) || !turns.has(use)) continue;
    const parent = parentOf(wrapped(use));
    if (parent?.type !== 'AssignmentExpression' || parent.operator !== '=') return undefined;
    values.push(parent.right);
  }
  return values;
}

/** The value that a field has before other code than that of its object's making can ask for it. */
function firstValue(holder: t.ObjectExpression | t.Class, name: string): Node | undefined {
  if (holder.type === 'ObjectExpression') {
    const own = property(holder, name);
    return own?.type !== 'ObjectProperty' || mayBeReplaced(own) ? undefined : propertyValue(holder, name);
  }
  // Of two members of a name one hides the other: a setter, a second field.
  if (holder.body.body.filter((member) => 'key' in member && !member.static && keyName(member as t.ClassMethod) === name).length > 1 || holder.body.body.some((member) => isFunction(member) && !member.static && keyName(member) === name)) return undefined;
  const constructor = holder.body.body.find((member): member is t.ClassMethod => member.type === 'ClassMethod' && member.kind === 'constructor');
  const before: Node[] = [];
  for (const member of holder.body.body) {
    if ((member.type !== 'ClassProperty' && member.type !== 'ClassPrivateProperty') || member.static || !member.value) continue;
    if (keyName(member) === name) return isUnasked(holder, before) ? member.value : undefined;
    before.push(member.value);
  }
  // constructor(private delay = 1000)
  for (const param of constructor?.params ?? []) {
    const id = param.type !== 'TSParameterProperty' ? undefined : param.parameter.type === 'AssignmentPattern' ? param.parameter.left : param.parameter;
    if (id?.type === 'Identifier' && id.name === name) return isUnasked(holder, before) ? id : undefined;
  }
  for (const statement of constructor?.body.body ?? []) {
    const assignment = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
    const left = assignment?.type === 'AssignmentExpression' && assignment.operator === '=' ? unwrap(assignment.left as Node) : undefined;
    if (isMember(left) && unwrap(left.object).type === 'ThisExpression' && memberName(left) === name) return isUnasked(holder, [...before, (assignment as t.AssignmentExpression).right]) ? (assignment as t.AssignmentExpression).right : undefined;
    before.push(statement);
  }
  return undefined;
}

/** Whether code of a constructor or of fields neither ends the making of an object, nor lets other code see it. */
function isUnasked(cls: t.Class, code: readonly Node[]): boolean {
  const accessors = new Set(cls.body.body.flatMap((member) => (member.type === 'ClassMethod' && /^[gs]et$/.test(member.kind) ? [keyName(member)] : [])));
  return code.every((part) => {
    let unasked = true;
    walk(part, (node) => {
      if (node.type === 'ReturnStatement') unasked = false;
      if (isCall(node) || node.type === 'NewExpression' || node.type === 'TaggedTemplateExpression') unasked &&= !mentionsThis(node);
      if (node.type === 'ThisExpression') {
        const member = parentOf(wrapped(node));
        unasked &&= isMember(member) && member.object === wrapped(node) && memberName(member) !== undefined && !accessors.has(memberName(member));
      }
      return unasked && (!isFunction(node) || node.type === 'ArrowFunctionExpression');
    });
    return unasked;
  });
}

function mentionsThis(node: Node): boolean {
  let mentioned = false;
  walk(node, (inner) => {
    if (inner.type === 'ThisExpression') mentioned = true;
    return !mentioned;
  });
  return mentioned;
}

/** Whether what stands behind a member of an object literal may give its name another value: `{ delay: 100, ...options }`. */
export function mayBeReplaced(own: Node): boolean {
  const object = parentOf(own);
  if (object?.type !== 'ObjectExpression') return false;
  return object.properties.slice(object.properties.indexOf(own as t.ObjectProperty) + 1).some((member) => member.type === 'SpreadElement' || keyName(member) === undefined);
}
