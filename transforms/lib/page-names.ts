import { isCall, isMember, memberName, parentOf, stringValue, unwrap, walk, wrapped, type Node } from './ast.ts';
import type { Extension } from './extension.ts';
import type { Page } from './page.ts';
import { isText } from './roles.ts';
import type { Script } from './script.ts';
import type { SourceFile } from './source.ts';

/**
 * Whether anything may open a page: the manifest or a file that says its name for more than to compare an address with it.
 * @param isLeftOut the files whose words do not count
 */
export function mayBeOpened(extension: Extension, page: Page, isLeftOut: (file: SourceFile) => boolean = () => false): boolean {
  const name = page.path.replace(/^.*\//, '');
  if (extension.manifest.text.includes(name)) return true;
  return [...extension.files.values()].some((file) => {
    if (file.path === page.path || !isText(file.path) || !file.text.includes(name) || isLeftOut(file)) return false;
    const script = extension.script(file.path);
    return script === undefined || !isOnlyCompared(name, script);
  });
}

/** Whether a script says the name of a page only in comments, and where an address is compared with it: `location.pathname === '/background.html'`. */
function isOnlyCompared(name: string, script: Script): boolean {
  const { syntax, text } = script;
  if (syntax === undefined) return false;
  const harmless: { readonly start?: number | null; readonly end?: number | null }[] = [...syntax.comments];
  walk(syntax.program, (node) => {
    if (node.type === 'RegExpLiteral' || ((node.type === 'TemplateElement' || stringValue(node) !== undefined) && isCompared(node, script))) harmless.push(node);
  });
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!harmless.some(({ start, end }) => start! <= at && at < end!)) return false;
  }
  return true;
}

/** Whether an address, or a part of one, is compared with another, itself or by the constant that keeps it, and nothing else is done with it. */
function isCompared(text: Node, script: Script): boolean {
  const inner = wrapped(text);
  const parent = parentOf(inner);
  switch (parent?.type) {
    case 'TemplateLiteral':
      return isCompared(parent, script);
    case 'BinaryExpression':
      return parent.operator === '+' ? isCompared(parent, script) : /^[!=]==?$/.test(parent.operator);
    case 'SwitchCase':
      return parent.test === inner;
    case 'VariableDeclarator': {
      const own = parent.id.type === 'Identifier' ? script.binding(parent.id) : undefined;
      // Other scripts may use what a classic one declares at its top level, and modules what is exported.
      if (own?.kind !== 'const' || (own.scope.parent === undefined && !script.isModule) || parentOf(parentOf(parent)!)?.type === 'ExportNamedDeclaration') return false;
      return own.references.every(({ node }) => isCompared(node, script));
    }
    default: {
      if (!isCall(parent) || !parent.arguments.includes(inner as never)) return false;
      const callee = unwrap(parent.callee as Node);
      const method = isMember(callee) ? memberName(callee) : undefined;
      return method === 'getURL' ? isCompared(parent, script) : /^(startsWith|endsWith|includes|indexOf|match)$/.test(method ?? '');
    }
  }
}
