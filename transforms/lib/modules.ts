import type * as t from '@babel/types';
import { functionOf, isCall, isMember, isWithin, keyName, memberName, parentOf, stringValue, unwrap, walk, wrapped, type Node } from './ast.ts';
import { isGlobalName } from './global-names.ts';
import type { Insertions } from './insertions.ts';
import { habitsOf } from './layout.ts';
import { isNamedByPages } from './named-by-pages.ts';
import { lineOf, Refusal } from './refusal.ts';
import type { Binding } from './scope.ts';
import type { Script } from './script.ts';
import { once, onceWithin } from './source.ts';

/** A use of a variable in a script of its realm. */
export interface Use {
  readonly script: Script;
  readonly node: Node;
}

/** The names under which a module exports a binding. */
export function exportedNames({ program }: Script, binding: Binding): string[] {
  const names: string[] = [];
  const declared = binding.declarations[0]!.node;
  for (const statement of program!.body) {
    if (statement.type === 'ExportDefaultDeclaration') {
      const { declaration } = statement;
      if (declaration === declared || (declaration.type === 'Identifier' && declaration.name === binding.name)) names.push('default');
    } else if (statement.type === 'ExportNamedDeclaration') {
      if (statement.declaration && isWithin(declared, statement.declaration)) names.push(binding.name);
      for (const one of statement.specifiers) if (statement.source == null && one.type === 'ExportSpecifier' && one.local.name === binding.name) names.push(nameOf(one.exported));
    }
  }
  return names;
}

/** The uses of a binding that a module exports, in the other modules of the realm. @throws Refusal where some may be out of sight */
export function usesInModules(script: Script, binding: Binding): readonly Use[] {
  return usesOfExported(binding, script);
}

const usesOfExported = onceWithin((binding: Binding, script: Script): readonly Use[] => {
  const names = exportedNames(script, binding);
  // What is exported as the default is a copy of the variable's value.
  const isFixed = /^(const|function|class)$/.test(binding.kind) || (binding.kind === 'let' && !binding.references.some(({ writes }) => writes));
  if (names.includes('default') && !isFixed) throw new Refusal('it is exported as the default');
  return usesOfExports(script, names);
});

/** The uses of what a module exports under some names, in the other modules of the realm. @throws Refusal where some may be out of sight */
export function usesOfExports(script: Script, names: readonly string[], from: readonly Script[] = []): Use[] {
  if (names.length === 0 || from.includes(script)) return [];
  const uses: Use[] = [];
  const exportedAgain = (other: Script, again: readonly string[]): void => {
    uses.push(...usesOfExports(other, again, [...from, script]));
  };
  const addMembers = (members: readonly NamedUse[]): void => {
    for (const { name, use } of members) if (names.includes(name)) uses.push(use);
  };
  for (const other of modulesBeside(script)) {
    assertNoDynamicImport(other, script);
    for (const statement of statementsByModule(other).get(script.path) ?? []) {
      if (statement.type === 'ExportAllDeclaration') exportedAgain(other, names.filter((name) => name !== 'default'));
      else if (statement.type === 'ExportNamedDeclaration') {
        for (const specifier of statement.specifiers) {
          // export * as state from './state/state.js'
          if (specifier.type !== 'ExportSpecifier') {
            for (const use of usesOfExports(other, [nameOf(specifier.exported)])) addMembers(membersOf(use));
            continue;
          }
          if (names.includes(specifier.local.name)) exportedAgain(other, [nameOf(specifier.exported)]);
        }
      }
      if (statement.type !== 'ImportDeclaration') continue;
      for (const specifier of statement.specifiers) {
        const local = other.binding(specifier.local);
        // import type { Store } from './store'
        if (local === undefined) continue;
        if (specifier.type === 'ImportNamespaceSpecifier') {
          addMembers(membersOfSpace(local, other));
        } else if (names.includes(importedBy(specifier))) {
          exportedAgain(other, exportedNames(other, local));
          uses.push(...local.references.filter(({ node }) => parentOf(node)?.type !== 'ExportSpecifier').map(({ node }) => ({ script: other, node })));
        }
      }
    }
  }
  return uses;
}

/** A use of one of a module's exports, as a member of what stands for the module. */
interface NamedUse {
  readonly name: string;
  readonly use: Use;
}

/** The member that a mention of a module as a whole is used for, or those of the global that it becomes. @throws Refusal for other uses */
function membersOf({ script, node }: Use): readonly NamedUse[] {
  const shared = usesAsGlobal(script, node);
  if (shared !== undefined) return shared.flatMap(membersOf);
  const member = parentOf(wrapped(node));
  const name = isMember(member) && member.object === wrapped(node) ? memberName(member) : undefined;
  if (name === undefined) throw new Refusal(`${lineOf(script, node)} uses its module as a whole`);
  return [{ name, use: { script, node: member! } }];
}

const membersOfSpace = onceWithin(({ references }: Binding, script: Script): readonly NamedUse[] => references.flatMap(({ node }) => membersOf({ script, node })));

/**
 * The uses of something as the global that a statement makes of it, in every script of its realms: `globalThis.store = store`.
 * @returns undefined where no such statement is around it
 * @throws Refusal where others may use the global
 */
export function usesAsGlobal(script: Script, whole: Node): Use[] | undefined {
  const given = globalGiven(script, whole);
  if (given === undefined) return undefined;
  const { name, target } = given;
  if (isNamedByPages(script, name)) throw new Refusal('a page may use its object through the background\'s window');
  const scripts = script.realms.flatMap((realm) => realm.scripts.filter(({ program }) => program !== undefined));
  assertNoComputedGlobals(script);
  if (scripts.some((other) => !other.isModule && other !== script && other.scopes!.program.bindings.has(name))) throw new Refusal('its object has two names');
  return usesOfGlobal(script, name).filter(({ node }) => node !== target);
}

/** Where other scripts use a module as a whole: by a namespace that they import other than for one member, by `import('./state.js')`, by `require('./state')`. */
export const wholeUses = once((script: Script): readonly Use[] => modulesBeside(script).flatMap((other): Use[] => {
  const isOwn = (source: string | undefined): boolean => source !== undefined && other.extension.resolveImport(other.path, source) === script.path;
  const spaces = (statementsByModule(other).get(script.path) ?? []).flatMap((statement) => (statement.type === 'ImportDeclaration' ? statement.specifiers.filter(({ type }) => type === 'ImportNamespaceSpecifier') : []));
  const used = spaces.flatMap(({ local }) => (other.binding(local)?.references ?? []).map(({ node }) => node as Node)).filter((node) => {
    const member = parentOf(wrapped(node));
    return !isMember(member) || memberName(member) === undefined;
  });
  return [...used, ...laterImports(other.program!).flatMap(({ node, source }) => (isOwn(source) ? [node] : []))].map((node) => ({ script: other, node }));
}));

/** The uses of a property of the global object, in every script of a script's realms. */
export function usesOfGlobal({ realms }: Script, name: string): Use[] {
  const scripts = realms.flatMap((realm) => realm.scripts.filter(({ program }) => program !== undefined));
  const uses = scripts.flatMap((one) => [...(one.freeNames.get(name) ?? []).map(({ node }) => node), ...one.globals(name).filter((node) => isMember(node))].map((node) => ({ script: one, node })));
  return [...new Map(uses.map((use) => [use.node, use])).values()];
}

/** The name that a statement of the top level gives to something as a global, and what it assigns to. */
function globalGiven(script: Script, value: Node): { readonly name: string; readonly target: Node | undefined } | undefined {
  const inner = wrapped(value);
  const parent = parentOf(inner);
  // globalThis.store = store
  if (parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.right === inner && parentOf(parent)?.type === 'ExpressionStatement' && functionOf(parent) === undefined) {
    const target = unwrap(parent.left);
    const name = isMember(target) ? memberName(target) : undefined;
    return name !== undefined && script.globals(name).includes(target) ? { name, target } : undefined;
  }
  // Object.assign(globalThis, { store })
  const literal = parent?.type === 'ObjectProperty' && parent.value === inner ? parentOf(parent) : undefined;
  const call = literal?.type === 'ObjectExpression' ? parentOf(wrapped(literal)) : undefined;
  const name = parent?.type === 'ObjectProperty' ? keyName(parent) : undefined;
  if (name === undefined || !isCall(call) || parentOf(call)?.type !== 'ExpressionStatement' || functionOf(call) !== undefined || script.textOf(call.callee) !== 'Object.assign') return undefined;
  const [first] = call.arguments;
  return first !== undefined && isGlobalName(script, first) ? { name, target: undefined } : undefined;
}

/** @throws Refusal where a name of a global may be any */
export function assertNoComputedGlobals(script: Script): void {
  if (script.realms.some(({ scripts }) => scripts.some(hasComputedGlobals))) throw new Refusal('names of global variables are computed');
}

/** Whether a script computes the names of global variables: `window[name]`. */
export const hasComputedGlobals = once(({ text }: Script) => /\b(window|self|globalThis)\s*\[\s*[^'"\s]/.test(text));

/** The name that a binding of another module has at a place, by an import. */
export function importedName(script: Script, place: Node, owner: Script, binding: Binding): string | undefined {
  return nameOfExport(script, place, owner, exportedNames(owner, binding));
}

/** How a place in one module names what another exports under some names; undefined where it cannot. */
export function nameOfExport(script: Script, place: Node, owner: Script, names: readonly string[]): string | undefined {
  let whole: string | undefined;
  for (const statement of script.program!.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    for (const specifier of statement.specifiers) {
      const { name } = specifier.local;
      if (script.scopes!.scopeOf(place).lookup(name) !== script.binding(specifier.local)) continue;
      if (specifier.type !== 'ImportNamespaceSpecifier') {
        if (isExportOf(script, statement.source, importedBy(specifier), owner, names)) return name;
      } else if (leadsTo(script, statement.source, owner) && names[0] !== undefined && names[0] !== 'default') whole ??= `${name}.${names[0]}`;
    }
  }
  return whole;
}

function importedBy(specifier: t.ImportSpecifier | t.ImportDefaultSpecifier): string {
  return specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
}

/** Whether an imported name is one of a module's exports, perhaps exported again by others on the way. */
function isExportOf(from: Script, source: t.StringLiteral, name: string, owner: Script, names: readonly string[], depth = 5): boolean {
  if (leadsTo(from, source, owner)) return names.includes(name);
  const path = from.extension.resolveImport(from.path, source.value);
  const via = path === undefined ? undefined : from.extension.script(path);
  if (via?.program === undefined || depth === 0) return false;
  return via.program.body.some((statement) => {
    if (statement.type === 'ExportAllDeclaration') return name !== 'default' && isExportOf(via, statement.source, name, owner, names, depth - 1);
    if (statement.type !== 'ExportNamedDeclaration') return false;
    return statement.specifiers.some((specifier) => {
      if (specifier.type !== 'ExportSpecifier' || nameOf(specifier.exported) !== name) return false;
      if (statement.source != null) return isExportOf(via, statement.source, specifier.local.name, owner, names, depth - 1);
      const imported = via.binding(specifier.local)?.declarations[0]?.node;
      const declaration = imported && parentOf(imported);
      return (imported?.type === 'ImportSpecifier' || imported?.type === 'ImportDefaultSpecifier') && declaration?.type === 'ImportDeclaration' && isExportOf(via, declaration.source, importedBy(imported), owner, names, depth - 1);
    });
  });
}

/** What one would call what a module is about: `tabStore` for `lib/tab-store.js`. */
export function nameOfModule({ path }: Script): string {
  return path.replace(/^.*\//, '').replace(/\.\w+$/, '').replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase());
}

/** Imports another export of a module: by a statement that is there, or one of its own. @throws Refusal where the order in which modules run would change */
export function addImport(script: Script, owner: Script, name: string, into: Insertions): void {
  const imports = script.program!.body.filter((statement): statement is t.ImportDeclaration => statement.type === 'ImportDeclaration');
  const own = imports.filter((statement) => statement.importKind !== 'type' && leadsTo(script, statement.source, owner));
  const [last] = own.flatMap(({ specifiers }) => specifiers.filter(({ type }) => type === 'ImportSpecifier').slice(-1));
  if (last !== undefined) return into.add(script, last.end!, `, ${name}`);
  const after = imports.at(-1);
  if (after === undefined) throw new Refusal('a module that uses it imports nothing');
  const source = own[0]?.source ?? sourceTo(script, owner);
  const { brace } = habitsOf(script);
  const text = typeof source === 'string' ? script.quote(source) : script.textOf(source);
  into.add(script, after.end!, `\nimport {${brace}${name}${brace}} from ${text}${script.style.semicolon}`);
}

/** How a module would name another one that it does not import yet, as the imports of the extension name files. */
function sourceTo(script: Script, owner: Script): string {
  if (reaches(owner, script, new Set())) throw new Refusal('modules that import each other use it');
  const [from, to] = [script.path.split('/').slice(0, -1), owner.path.split('/')];
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  const path = `${from.length === 0 ? './' : '../'.repeat(from.length)}${to.join('/')}`;
  const written = modulesBeside(owner).flatMap((other) => (statementsByModule(other).get(owner.path) ?? []).map(({ source }) => source!.value));
  const extension = /\.\w+$/.exec(written[0] ?? path)?.[0] ?? '';
  return path.replace(/\.\w+$/, extension);
}

function reaches(from: Script, to: Script, seen: Set<string>): boolean {
  if (seen.has(from.path)) return false;
  seen.add(from.path);
  return from.extension.importsOf(from).some((path) => {
    const next = from.extension.script(path);
    return path === to.path || (next !== undefined && reaches(next, to, seen));
  });
}

/** The other scripts of the backgrounds that a script belongs to. */
const modulesBeside = once((script: Script): readonly Script[] =>
  script.realms.filter(({ kind }) => kind === 'background').flatMap(({ scripts }) => scripts.filter((other) => other !== script && other.program !== undefined)));

type LinkStatement = t.ImportDeclaration | t.ExportAllDeclaration | t.ExportNamedDeclaration;

/** The statements with which a script imports from other modules, or exports what they do, by the path of the module. */
const statementsByModule = once((script: Script): ReadonlyMap<string, readonly LinkStatement[]> => {
  const found = new Map<string, LinkStatement[]>();
  for (const statement of script.program!.body) {
    if (!/^(ImportDeclaration|Export(All|Named)Declaration)$/.test(statement.type) || (statement as LinkStatement).source == null) continue;
    const path = script.extension.resolveImport(script.path, (statement as LinkStatement).source!.value);
    if (path !== undefined) found.set(path, [...(found.get(path) ?? []), statement as LinkStatement]);
  }
  return found;
});

function leadsTo(from: Script, { value }: t.StringLiteral, to: Script): boolean {
  return from.extension.resolveImport(from.path, value) === to.path;
}

function assertNoDynamicImport(other: Script, script: Script): void {
  for (const source of dynamicImports(other.program!)) {
    if (source === undefined ? mayImportLater(other, script) : other.extension.resolveImport(other.path, source) === script.path) throw new Refusal('its module is imported while the background runs');
  }
}

/** Whether what a script imports while it runs may be a module, or import that one. A library knows of the extension's modules what it is told. */
export function mayImportLater(script: Script, module: Script): boolean {
  return importsWhileRunning(script) && (script.file.editable || isTold(module));
}

const importsWhileRunning = once(({ text }: Script) => /\bimport\s*\(/.test(text));

/** Whether a script of the background has a module's file name in a string, or something that nothing is known to load imports it. */
const isTold = once((module: Script) => {
  const name = module.path.replace(/^.*\//, '');
  const isImport = ({ text }: Script, at: number): boolean => /\b(from|import)\s*['"][^'"]*$/.test(text.slice(Math.max(0, at - 200), at));
  if (/['"`]/.test(name)) return true;
  return [module, ...modulesBeside(module)].some((other) => (namesInStrings(other).get(name) ?? []).some((at) => !isImport(other, at))) ||
    module.extension.scripts.some((other) => other.realms.length === 0 && other.extension.importsOf(other).includes(module.path));
});

/** Where the strings of a text end in what may be a file's name. */
const namesInStrings = once(({ text }: Script): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  // 255: no file system has longer ones.
  for (const { 1: name, index } of text.matchAll(/['"`/]([^'"`/]{1,255})(?=['"`])/g)) {
    const places = found.get(name!);
    if (places === undefined) found.set(name!, [index + 1]);
    else places.push(index + 1);
  }
  return found;
});

/** A module that is imported while others run, and the `import()` that leads to it. */
interface LaterModule {
  readonly module: Script;
  readonly by: Use;
}

/** The modules that some scripts import while they run, with what these import, where their names are written out, by path. */
export function importedLater(scripts: readonly Script[]): ReadonlyMap<string, LaterModule> {
  const known = new Set(scripts.map(({ path }) => path));
  const found = new Map<string, LaterModule>();
  const add = (path: string | undefined, by: Use): void => {
    const module = path === undefined || known.has(path) ? undefined : by.script.extension.script(path);
    if (module?.program === undefined) return;
    known.add(module.path);
    for (const imported of module.extension.importsOf(module)) add(imported, by);
    found.set(module.path, { module, by });
  };
  for (const script of scripts) {
    if (script.program === undefined || !script.file.editable || !importsWhileRunning(script)) continue;
    for (const { node, source } of laterImports(script.program)) {
      if (node.type === 'ImportExpression' && source !== undefined) add(script.extension.resolveImport(script.path, source), { script, node });
    }
  }
  return found;
}

/** The imports of modules whose names are computed, while scripts run: `import(file)`. */
export function computedImports(scripts: readonly Script[]): readonly Use[] {
  return scripts.flatMap((script) => (script.program === undefined || !script.file.editable || !importsWhileRunning(script) ? [] : laterImports(script.program))
    .flatMap(({ node, source }) => (node.type === 'ImportExpression' && source === undefined ? [{ script, node }] : [])));
}

/** What a module imports while it runs; undefined for a name that is computed. */
const dynamicImports = once((program: t.Program): readonly (string | undefined)[] => laterImports(program).map(({ source }) => source));

const laterImports = once((program: t.Program): readonly { readonly node: Node; readonly source: string | undefined }[] => {
  const found: { node: Node; source: string | undefined }[] = [];
  walk(program, (node) => {
    const isImport = node.type === 'ImportExpression' || (node.type === 'CallExpression' && (node.callee.type === 'Import' || (node.callee.type === 'Identifier' && node.callee.name === 'require')));
    if (isImport) found.push({ node, source: stringValue(node.type === 'ImportExpression' ? node.source : node.arguments[0]) });
  });
  return found;
});

/** What a list of imports or exports says. */
export function nameOf(node: t.Identifier | t.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

/** Whether a mention of a name only exports it. */
export function isExport(node: Node): boolean {
  const parent = parentOf(node);
  return parent?.type === 'ExportSpecifier' || parent?.type === 'ExportDefaultDeclaration';
}
