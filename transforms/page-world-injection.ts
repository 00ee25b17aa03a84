import type * as t from '@babel/types';
import { callOf, isCall, isMember, keyName, memberName, nodesOf, parentOf, stringValue, unwrap, wrapped, type AnyCall, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { injectedFunctions, isInjected } from './lib/injection/injected.ts';
import type { Script } from './lib/script.ts';
import { snippet } from './lib/words.ts';

const WORLD = 'Put the code into a file of its own: as a content script with `"world": "MAIN"` (Chrome 111, Firefox 128), or loaded by `script.src = chrome.runtime.getURL(...)` and listed in `web_accessible_resources`. It has no extension APIs there.';

/** Firefox runs such scripts where the page's own policy allows it, as before. */
export default define({
  id: 'page-world-injection',
  summary: 'Code that content scripts bring into the page\'s own world',
  url: 'https://developer.chrome.com/docs/extensions/reference/manifest/content-scripts#world-timings',
  targets: ['chrome', 'cross-browser'],
  names: ['createElement', 'createElementNS', 'javascript'],
  messages: {
    'inline-script': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` makes a script from text, which Chrome no longer runs in content scripts of Manifest V3',
      advice: WORLD,
    },
    'script-url': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` makes a script from a {kind} URL, which Chrome no longer runs in content scripts of Manifest V3',
      advice: WORLD,
    },
  },

  *script(script: Script) {
    const content = script.runsIn('content');
    if (!content && injectedFunctions(script).size === 0) return;
    for (const node of nodesOf(isCallOrAssignment, script.program!)) {
      if (!content && !isInjected(script, node)) continue;
      const fault = isCall(node) ? scriptFault(script, node) : isJavaScriptUrl(node) ? { message: 'script-url' as const, kind: '`javascript:`' } : undefined;
      if (fault) yield { message: fault.message, at: script.at(node), data: { code: snippet(script, node), kind: fault.kind } };
    }
  },
});

function isCallOrAssignment(node: Node): node is t.CallExpression | t.OptionalCallExpression | t.AssignmentExpression {
  return isCall(node) || node.type === 'AssignmentExpression';
}

interface Fault {
  readonly message: 'inline-script' | 'script-url';
  readonly kind: string;
}

const TEXT = new Set(['textContent', 'innerHTML', 'innerText', 'text']);
const ADDS = new Set(['append', 'appendChild', 'prepend', 'replaceChildren', 'insertBefore']);

/** What a script element that the code makes is filled with, where Chrome would not run it. */
function scriptFault(script: Script, call: AnyCall): Fault | undefined {
  const callee = unwrap(call.callee as Node);
  const name = isMember(callee) ? memberName(callee) : undefined;
  if (name !== 'createElement' && name !== 'createElementNS') return undefined;
  if (stringValue(call.arguments.at(name === 'createElement' ? 0 : 1))?.toLowerCase() !== 'script') return undefined;
  const uses = usesOf(script, call);
  if (uses.some((use) => isDataBlock(use))) return undefined;
  for (const use of uses) {
    if (use.name === 'src') {
      const kind = urlKind(script, use.value);
      if (kind !== undefined) return { message: 'script-url', kind };
    } else if (TEXT.has(use.name) || ADDS.has(use.name)) {
      return { message: 'inline-script', kind: '' };
    }
  }
  return undefined;
}

interface Use {
  readonly name: string;
  readonly value: Node;
}

/** What is assigned to an element's properties, given to its methods, or set on it by `Object.assign`. */
function usesOf(script: Script, element: Node): Use[] {
  const outer = wrapped(element);
  const parent = parentOf(outer);
  const uses: Use[] = [];
  let holders: Node[] = [];
  if (isCall(parent) && script.textOf(parent.callee as Node) === 'Object.assign' && parent.arguments[0] === outer) {
    const [, values] = parent.arguments.map((argument) => unwrap(argument as Node));
    if (values?.type === 'ObjectExpression') {
      for (const member of values.properties) {
        const name = member.type === 'ObjectProperty' ? keyName(member) : undefined;
        if (member.type === 'ObjectProperty' && name !== undefined) uses.push({ name, value: member.value });
      }
    }
    return uses;
  }
  const id = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id
    : parent?.type === 'AssignmentExpression' && parent.right === outer && parent.left.type === 'Identifier' ? parent.left : undefined;
  const binding = id && script.binding(id);
  if (binding) holders = binding.references.map(({ node }) => node as Node);
  else if (id) holders = [...(script.freeNames.get(id.name) ?? [])].map(({ node }) => node as Node);
  for (const holder of holders) {
    const member = parentOf(wrapped(holder));
    if (!isMember(member) || unwrap(member.object) !== holder) continue;
    const name = memberName(member);
    if (name === undefined) continue;
    const up = parentOf(member);
    if (up?.type === 'AssignmentExpression' && up.left === member) uses.push({ name, value: up.right });
    const called = callOf(member);
    if (!called) continue;
    const [first, second] = called.arguments.map((argument) => argument as Node);
    if (name === 'setAttribute' && first && second) uses.push({ name: stringValue(first) ?? '', value: second });
    else if (first) uses.push({ name, value: first });
  }
  return uses;
}

/** Whether a script element holds data and no code: `type = 'application/json'`. */
function isDataBlock({ name, value }: Use): boolean {
  const type = name === 'type' ? stringValue(value) : undefined;
  return type !== undefined && type !== '' && !/^(module|(text|application)\/(x-)?(javascript|ecmascript))$/i.test(type);
}

function urlKind(script: Script, value: Node): string | undefined {
  const inner = unwrap(value);
  if (isCall(inner) && /\bcreateObjectURL$/.test(script.textOf(inner.callee as Node))) return '`blob:`';
  const scheme = /^\s*(data|blob|javascript):/i.exec(headOf(inner))?.[1];
  return scheme === undefined ? undefined : `\`${scheme.toLowerCase()}:\``;
}

/** The literal text that a string begins with. */
function headOf(node: Node): string {
  const inner = unwrap(node);
  if (inner.type === 'TemplateLiteral') return inner.quasis[0]?.value.cooked ?? '';
  if (inner.type === 'BinaryExpression' && inner.operator === '+' && inner.left.type !== 'PrivateName') return headOf(inner.left);
  return stringValue(inner) ?? '';
}

/** `location.href = 'javascript:...'`, `location = 'javascript:...'`. */
function isJavaScriptUrl(node: Node): boolean {
  if (node.type !== 'AssignmentExpression' || node.operator !== '=' || !/^\s*javascript:/i.test(headOf(node.right))) return false;
  const code = headOf(node.right).trim().toLowerCase();
  // A link to nowhere runs nothing.
  if (/^javascript:\s*(;|void\s*\(?0\)?;?)?$/.test(code) && unwrap(node.right).type === 'StringLiteral') return false;
  const target = node.left;
  return (isMember(target) && /^(href|location|src)$/.test(memberName(target) ?? '')) || (target.type === 'Identifier' && target.name === 'location');
}
