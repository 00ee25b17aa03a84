import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, keyName, parentOf, propertyValue, unwrap, wrapped, type AnyCall, type FunctionNode, type Node } from './ast.ts';
import type { Extension } from './extension.ts';
import type { Script } from './script.ts';
import { once } from './source.ts';

/**
 * The function, or an expression for it, that WXT runs as the background starts: what the call `defineBackground(main)` or `defineBackground({ main })` is given.
 * Undefined for other calls, and for a `defineBackground` of the extension's own.
 * See https://wxt.dev/guide/essentials/entrypoints.html#background
 */
export function mainOf(call: AnyCall): Node | undefined {
  const { callee, arguments: [first] } = call;
  if (callee.type !== 'Identifier' || callee.name !== 'defineBackground' || first === undefined || functionOf(call) !== undefined || !isOfWxt(call)) return undefined;
  const given = unwrap(first);
  return given.type === 'ObjectExpression' ? propertyValue(given, 'main') : given;
}

/** The call that runs a function because it makes it the main function of the background: the counterpart of {@link mainOf}. */
export function callOfMain(fn: FunctionNode): AnyCall | undefined {
  const member = fn.type === 'ObjectMethod' ? fn : parentOf(wrapped(fn));
  const isMember = (member?.type === 'ObjectMethod' || member?.type === 'ObjectProperty') && keyName(member) === 'main';
  const call = parentOf(wrapped(isMember ? parentOf(member)! : fn));
  return isCall(call) && mainOf(call) === fn ? call : undefined;
}

/** Whether `defineBackground` comes from WXT, by an import or, as no import says otherwise, by WXT's own. */
function isOfWxt(call: AnyCall): boolean {
  const program = [...ancestors(call)].at(-1) as t.Program;
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      if (statement.specifiers.some(({ local }) => local.name === 'defineBackground')) return /^(wxt(\/|$)|#imports$)/.test(statement.source.value);
    }
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type === 'FunctionDeclaration' && declared.id?.name === 'defineBackground') return false;
    if (declared?.type === 'VariableDeclaration' && declared.declarations.some(({ id }) => id.type === 'Identifier' && id.name === 'defineBackground')) return false;
  }
  return true;
}

/** Whether the background is one of WXT: its entry exports what `defineBackground` makes. There `browser` needs no import. */
export function isBuiltByWxt(extension: Extension): boolean {
  return extension.background?.scripts.some(exportsBackground) ?? false;
}

/** Whether WXT loads a script as it builds, too: outside of functions there are no extension APIs then. */
export function isLoadedByBuild(script: Script): boolean {
  return script.runsIn('background') && isBuiltByWxt(script.extension);
}

const exportsBackground = once((script: Script): boolean => exportedMain(script) !== undefined);

/** The block of the main function that a script exports as WXT's background; undefined where that is not written in the call. */
export function mainBlock(script: Script): t.BlockStatement | undefined {
  const main = exportedMain(script);
  return main && isFunction(main) && main.body.type === 'BlockStatement' ? main.body : undefined;
}

function exportedMain({ text, program }: Script): Node | undefined {
  const statement = /\bdefineBackground\b/.test(text) ? program?.body.find(({ type }) => type === 'ExportDefaultDeclaration') : undefined;
  const call = statement && unwrap((statement as t.ExportDefaultDeclaration).declaration);
  return isCall(call) ? mainOf(call) : undefined;
}
