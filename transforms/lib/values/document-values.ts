import { isCall, isFunction, isMember, memberName, parentOf, stringValue, unwrap, walk, wrapped, type AnyMember, type Node } from '../ast.ts';
import { isJqueryObject } from '../pages/jquery.ts';
import type { Realm } from '../realms.ts';
import type { Script } from '../script.ts';
import { once } from '../source.ts';
import { NUMBER, PRIMITIVE, type Value } from './value.ts';

/** What members of an element hold. */
const MEMBERS: Readonly<Record<string, Value>> = {
  ...Object.fromEntries(['checked', 'className', 'disabled', 'hidden', 'href', 'id', 'innerHTML', 'innerText', 'name', 'nodeName', 'placeholder', 'src', 'tagName', 'title', 'type', 'value'].map((name) => [name, PRIMITIVE])),
  selectedIndex: NUMBER,
  textContent: { ...PRIMITIVE, null: true },
};
/** What methods of an element give. */
const METHODS: Readonly<Record<string, Value>> = { getAttribute: { ...PRIMITIVE, null: true }, hasAttribute: PRIMITIVE, matches: PRIMITIVE };
const GIVING = /^(getElementById|querySelector|closest|createElement)$/;
/** What methods of jQuery give when they are asked, by the number of their arguments. The list that `val` gives of a list of choices is one of its own. */
const JQUERY: Readonly<Record<string, readonly [args: number, value: Value]>> = {
  is: [1, PRIMITIVE], hasClass: [1, PRIMITIVE], text: [0, PRIMITIVE], html: [0, { ...PRIMITIVE, undefined: true }], attr: [1, { ...PRIMITIVE, undefined: true }], val: [0, { ...PRIMITIVE, undefined: true, null: true }],
};

/** The values of a page that its document gives: members of elements, and what jQuery says of them. */
export const documentValues = once((realm: Realm): ReadonlyMap<Node, Value> => {
  const values = new Map<Node, Value>();
  for (const script of realm.scripts) {
    if (!script.file.editable || script.program === undefined) continue;
    walk(script.program, (node) => {
      const value = isCall(node) ? valueOfCall(script, unwrap(node.callee as Node), node.arguments) : isMember(node) ? valueOfMember(script, node) : undefined;
      if (value !== undefined) values.set(node, value);
    });
  }
  return values;
});

function valueOfMember(script: Script, member: AnyMember): Value | undefined {
  const parent = parentOf(member);
  if (member.computed || member.optional || (parent?.type === 'AssignmentExpression' && parent.left === member)) return undefined;
  const object = unwrap(member.object);
  // el.dataset.id
  if (isMember(object) && memberName(object) === 'dataset' && isElement(script, object.object)) return { ...PRIMITIVE, undefined: true };
  const value = MEMBERS[memberName(member) ?? ''];
  return value && isElement(script, object) ? value : undefined;
}

function valueOfCall(script: Script, callee: Node, args: readonly Node[]): Value | undefined {
  if (!isMember(callee)) return undefined;
  const name = memberName(callee) ?? '';
  if (isJqueryObject(script, callee.object)) return JQUERY[name]?.[0] === args.length && args.every((argument) => unwrap(argument).type === 'StringLiteral') ? JQUERY[name]![1] : undefined;
  const value = METHODS[name];
  return value && isElement(script, callee.object) ? value : undefined;
}

/** Whether an expression is an element of the page's document, or nothing. */
function isElement(script: Script, node: Node, depth = 0): boolean {
  const inner = unwrap(node);
  if (depth > 3) return false;
  if (isCall(inner)) {
    const callee = unwrap(inner.callee as Node);
    if (!isMember(callee) || !GIVING.test(memberName(callee) ?? '')) return false;
    return isDocument(script, callee.object) || isElement(script, callee.object, depth + 1);
  }
  if (isMember(inner)) return /^(target|currentTarget|srcElement)$/.test(memberName(inner) ?? '') && isEvent(script, inner.object);
  if (inner.type === 'ThisExpression') return false;
  if (inner.type !== 'Identifier') return false;
  const binding = script.binding(inner);
  const [declaration] = binding?.declarations ?? [];
  if (binding === undefined || binding.declarations.length !== 1 || declaration?.keys?.length !== 0 || declaration.node.type !== 'VariableDeclarator' || !declaration.init) return false;
  if (binding.scope.parent === undefined && script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.freeNames.get(inner.name)?.some(({ writes }) => writes)))) return false;
  return !binding.references.some(({ writes }) => writes) && isElement(script, declaration.init, depth + 1);
}

function isDocument(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === 'Identifier' && inner.name === 'document' && script.binding(inner) === undefined;
}

/** Whether a name is the parameter of a function that listens to events of the document. */
function isEvent(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const fn = binding?.declarations[0]?.node;
  if (binding?.kind !== 'param' || !isFunction(fn) || fn.params[0] !== binding.declarations[0]!.id || binding.references.some(({ writes }) => writes)) return false;
  const isListening = (place: Node): boolean => {
    const parent = parentOf(wrapped(place));
    if (parent?.type === 'AssignmentExpression' && parent.right === wrapped(place)) return isMember(parent.left) && /^on[a-z]+$/.test(memberName(parent.left) ?? '');
    return isCall(parent) && parent.arguments[1] === wrapped(place) && isMember(parent.callee) && memberName(parent.callee) === 'addEventListener' && stringValue(parent.arguments[0]) !== undefined;
  };
  if (fn.type !== 'FunctionDeclaration') return isListening(fn);
  const own = fn.id ? script.binding(fn.id) : undefined;
  return own !== undefined && own.references.length > 0 && own.references.every(({ node: use }) => isListening(use));
}
