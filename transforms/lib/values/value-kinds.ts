import { isMember, memberName, parentOf, unwrap, type Node } from '../ast.ts';
import type { Script } from '../script.ts';

/** A primitive type, or `plain` for a literal made of them: what JSON keeps as it is. */
export type ValueKind = 'string' | 'number' | 'boolean' | 'plain';

const STRING_FUNCTIONS = new Set(['String', 'encodeURIComponent', 'encodeURI', 'decodeURIComponent', 'escape', 'btoa', 'atob']);
const NUMBER_FUNCTIONS = new Set(['Number', 'parseInt', 'parseFloat']);
const STRING_METHODS = new Set(['toString', 'trim', 'toLowerCase', 'toUpperCase', 'replace', 'replaceAll', 'substring', 'substr', 'charAt', 'padStart', 'padEnd', 'join', 'toISOString', 'toFixed', 'toLocaleString']);
const STRING_APIS = new Set(['runtime.getURL', 'extension.getURL', 'i18n.getMessage', 'i18n.getUILanguage']);
const ELEMENT_STRINGS = new Set(['id', 'value', 'href', 'src', 'name', 'title', 'className', 'textContent', 'innerText', 'innerHTML', 'placeholder', 'alt', 'tagName']);
const TAB_NUMBERS = new Set(['id', 'index', 'windowId', 'openerTabId']);

/** The type of an expression's value, where the text shows it. */
export function kindOf(script: Script, node: Node, depth = 0): ValueKind | undefined {
  const inner = unwrap(node);
  const again = (other: Node): ValueKind | undefined => (depth > 10 ? undefined : kindOf(script, other, depth + 1));
  switch (inner.type) {
    case 'StringLiteral':
    case 'TemplateLiteral':
      return 'string';
    case 'NumericLiteral':
    case 'UpdateExpression':
      return 'number';
    case 'BooleanLiteral':
      return 'boolean';
    case 'NullLiteral':
      return 'plain';
    case 'UnaryExpression':
      return inner.operator === '!' ? 'boolean' : inner.operator === 'typeof' ? 'string' : /^[-+~]$/.test(inner.operator) ? 'number' : undefined;
    case 'BinaryExpression': {
      if (/^([<>]=?|[!=]==?|in|instanceof)$/.test(inner.operator)) return 'boolean';
      if (inner.operator !== '+') return 'number';
      const kinds = [again(inner.left), again(inner.right)];
      return kinds.includes('string') ? 'string' : kinds[0] === 'number' && kinds[1] === 'number' ? 'number' : undefined;
    }
    case 'ConditionalExpression':
      return same(again(inner.consequent), again(inner.alternate));
    case 'LogicalExpression':
      return same(again(inner.left), again(inner.right));
    case 'ArrayExpression':
      return inner.elements.every((element) => element !== null && element.type !== 'SpreadElement' && again(element) !== undefined) ? 'plain' : undefined;
    case 'ObjectExpression':
      return inner.properties.every((member) => member.type === 'ObjectProperty' && again(member.value) !== undefined) ? 'plain' : undefined;
    case 'CallExpression':
    case 'OptionalCallExpression': {
      const callee = unwrap(inner.callee as Node);
      const api = script.api(callee)?.names.join('.');
      if (api !== undefined) return STRING_APIS.has(api) ? 'string' : undefined;
      if (callee.type === 'Identifier') {
        if (script.binding(callee)) return undefined;
        return STRING_FUNCTIONS.has(callee.name) ? 'string' : NUMBER_FUNCTIONS.has(callee.name) ? 'number' : callee.name === 'Boolean' ? 'boolean' : undefined;
      }
      if (!isMember(callee)) return undefined;
      const name = memberName(callee) ?? '';
      if (/^(Math\.\w+|Date\.now)$/.test(script.textOf(callee)) || name === 'getTime') return 'number';
      return script.textOf(callee) === 'JSON.stringify' || STRING_METHODS.has(name) ? 'string' : undefined;
    }
    case 'MemberExpression': {
      const name = memberName(inner) ?? '';
      if (name === 'length') return 'number';
      const object = script.textOf(inner.object);
      if (TAB_NUMBERS.has(name) && /(^|\.|\b)(tab|tabs\[\w+\]|currentTab|activeTab)$/.test(object)) return 'number';
      return ELEMENT_STRINGS.has(name) && /(\.(target|currentTarget)|(getElementById|querySelector)\([^()]*\))$/.test(object) ? 'string' : undefined;
    }
    case 'Identifier':
      return kindOfVariable(script, inner, again);
    default:
      return undefined;
  }
}

function kindOfVariable(script: Script, id: Node & { type: 'Identifier' }, again: (node: Node) => ValueKind | undefined): ValueKind | undefined {
  const binding = script.binding(id);
  if (!binding) return undefined;
  let kind: ValueKind | undefined;
  const note = (other: ValueKind | undefined): boolean => {
    if (other === undefined || (kind !== undefined && kind !== other)) return false;
    kind = other;
    return true;
  };
  for (const { id: declared, node, init, keys } of binding.declarations) {
    const type = declared.typeAnnotation?.type === 'TSTypeAnnotation' ? declared.typeAnnotation.typeAnnotation.type : undefined;
    const typed = type === 'TSStringKeyword' ? 'string' : type === 'TSNumberKeyword' ? 'number' : type === 'TSBooleanKeyword' ? 'boolean' : undefined;
    if (typed !== undefined && declared.optional !== true) {
      if (!note(typed)) return undefined;
      continue;
    }
    if (node.type !== 'VariableDeclarator' || keys?.length !== 0 || !init || !note(again(init))) return undefined;
  }
  for (const { node, writes } of binding.references) {
    if (!writes) continue;
    const parent = parentOf(node);
    if (parent?.type === 'UpdateExpression' && note('number')) continue;
    if (parent?.type !== 'AssignmentExpression' || parent.left !== node || !/^\+?=$/.test(parent.operator)) return undefined;
    if (parent.operator === '=' ? !note(again(parent.right)) : kind !== 'string' && again(parent.right) !== kind) return undefined;
  }
  return kind;
}

function same(a: ValueKind | undefined, b: ValueKind | undefined): ValueKind | undefined {
  return a === b ? a : undefined;
}
