import type * as t from '@babel/types';
import { isFunction, isMember, isWithin, memberName, parentOf, stringValue, unwrap, walk, wrapped, type Node } from './ast.ts';
import type { Extension } from './extension.ts';
import { isAnalysed } from './input.ts';
import { hasComputedGlobals, nameOf } from './modules.ts';
import { wordOf } from './named-by-pages.ts';
import type { Page } from './page.ts';
import { allows } from './policy.ts';
import { otherRealmsOf, type Realm } from './realms.ts';
import { Refusal } from './refusal.ts';
import { evaluation } from './script-sources.ts';
import type { Script } from './script.ts';
import { once } from './source.ts';
import type { Edit } from './types.ts';

/** A place by which a context runs or reads something: it says the name. */
export interface Mention {
  readonly name: string;
  readonly script: Script;
  readonly offset: number;
}

/**
 * How a context comes to run or read a place of a script that it loads; undefined for dead code: top-level functions, classes and
 * variables that begin with plain values, of which no live code says the name. 'unknown' where the context may run code that is not seen.
 */
export function livenessAt(realm: Realm, script: Script, node: Node): Mention | 'unknown' | undefined {
  const part = partsOf(script.program!).find((one) => isWithin(node, one.node));
  return part === undefined ? 'unknown' : livenessOfPart(realm, script, part, node);
}

/** The same for what a statement of the top level declares. @param name of several variables, which */
export function livenessOfDeclared(realm: Realm, script: Script, statement: Node, name: string): Mention | 'unknown' | undefined {
  const parts = partsOf(script.program!).filter((one) => isWithin(one.node, statement));
  const own = parts.find((one) => one.name === name) ?? parts[0];
  return own === undefined || (own.name !== name && parts.length > 1) ? 'unknown' : livenessOfPart(realm, script, own, statement);
}

/**
 * Refuses edits of what other contexts than the background run as well: what the background has for it may not be there.
 * @param isFine whether an edit does no harm there, or a context is one in which it does none
 */
export function assertDeadInOthers(edits: readonly Edit[], extension: Extension, isFine: (script: Script, edit: Edit, realm: Realm) => boolean = () => false): void {
  for (const edit of edits) {
    const script = extension.scripts.find(({ place }) => place.file === edit.file && place.start <= edit.start && edit.end <= place.end);
    for (const realm of script === undefined ? [] : otherRealmsOf(script)) {
      if (!isFine(script!, edit, realm) && isLiveAround(realm, script!, edit)) throw new Refusal(`${realm.kind === 'content' ? 'a content script' : `\`${realm.name}\``} runs line ${script!.file.origin(edit.start).line} of \`${script!.path}\` too, which would have to change`);
    }
  }
}

/** Whether a context that loads a script runs or reads what an edit of it changes; whole statements that come to the top level, and imports, are its own matter. */
function isLiveAround(realm: Realm, script: Script, { start, end, text }: Edit): boolean {
  const isBefore = (at: number): boolean => start === end && start === at && text.endsWith('\n');
  return partsOf(script.program!).some((part) => part.node.type !== 'ImportDeclaration' && part.node.start! < Math.max(end, start + 1) && start < part.node.end! && !isBefore(part.node.start!) && livenessOfPart(realm, script, part, part.node) !== undefined);
}

function livenessOfPart(realm: Realm, script: Script, part: Part, node: Node): Mention | 'unknown' | undefined {
  const { unknown, reasons } = liveCode(realm);
  if (unknown) return 'unknown';
  return part.name === undefined ? { name: '', script, offset: node.start! } : reasons.get(part);
}

/** A statement of the top level, or one of the variables that it declares. */
interface Part {
  readonly node: Node;
  /** What code has to say to run or read it; undefined for what runs when the script is loaded. */
  readonly name: string | undefined;
  /** The names that are said in it, each with the first place. */
  readonly mentions: ReadonlyMap<string, number>;
}

interface LiveCode {
  /** Whether more may run than what is seen. */
  readonly unknown: boolean;
  /** The live parts of those that have names: the place that says the name, by way of functions whose names it says perhaps. */
  readonly reasons: ReadonlyMap<Part, Mention | 'unknown'>;
}

const liveCode = once((realm: Realm): LiveCode => {
  const scripts = scriptsBeside(realm);
  const reasons = new Map<Part, Mention | 'unknown'>();
  if (mayRunMore(realm)) return { unknown: true, reasons };
  const named = new Map<string, { readonly script: Script; readonly part: Part }[]>();
  const texts: { readonly script: Script; readonly hasName: (name: string) => number }[] = [];
  const found: { readonly mentions: ReadonlyMap<string, number>; readonly script: Script; readonly reason?: Mention | 'unknown' }[] = [];
  for (const script of scripts) {
    if (!isReadable(script)) texts.push({ script, hasName: (name) => script.text.search(wordOf(name)) });
    else for (const part of partsOf(script.program!)) {
      if (part.name === undefined) found.push({ script, mentions: part.mentions });
      else named.set(part.name, [...(named.get(part.name) ?? []), { script, part }]);
    }
  }
  const { extension } = scripts[0]!;
  for (const script of extension.scripts) {
    if (realm.kind === 'content' && /\bexecuteScript\b/.test(script.text)) texts.push({ script, hasName: (name) => script.text.search(new RegExp(`['"\`][^'"\`\n]*(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`)) });
    if (realm.kind !== 'content' && !scripts.includes(script) && OPENS_WINDOWS.test(script.text)) texts.push({ script, hasName: (name) => script.text.search(memberOf(name)) });
  }
  const page = extension.page(realm.name);
  const run = (name: string, reason: Mention | 'unknown'): void => {
    for (const { script, part } of named.get(name) ?? []) {
      if (reasons.has(part)) continue;
      reasons.set(part, reason);
      found.push({ script, mentions: part.mentions, reason });
    }
  };
  for (const name of named.keys()) {
    for (const { script, hasName } of texts) if (hasName(name) >= 0) run(name, scripts.includes(script) ? { name, script, offset: script.place.start + hasName(name) } : 'unknown');
    if (page !== undefined && isSaidBy(page, name)) run(name, 'unknown');
  }
  for (let next = found.pop(); next !== undefined; next = found.pop()) {
    for (const [name, offset] of next.mentions) run(name, next.reason ?? { name, script: next.script, offset });
  }
  return { unknown: false, reasons };
});

/** The scripts of a context; those of all content scripts, which may meet in one web page. */
function scriptsBeside({ kind, scripts }: Realm): readonly Script[] {
  return kind === 'content' ? [...new Set(scripts[0]?.extension.realms.filter((other) => other.kind === kind).flatMap((other) => other.scripts))] : scripts;
}

/** Ways to reach the global names of another page. */
const OPENS_WINDOWS = /\bget(Views|ExtensionTabs|BackgroundPage)\b|\bopener\b|\bcontent(Window|Document)\b|\bframes\b|\b(window|self|globalThis)\.(parent|top)\b|(?<![\w$])(parent|top)\.|\bopen\s*\(/;

/** A name as that of a member, in a text of code: `view.count`, `view['count']`, `const { count } = view`. */
function memberOf(name: string): RegExp {
  const own = name.replaceAll('$', '\\$');
  return new RegExp(`(\\.\\s*|['"\`])${own}(?![\\w$])|\\{[^{}]*(?<![\\w$])${own}(?![\\w$])[^{}]*\\}\\s*=(?![=>])`);
}

function isReadable(script: Script): boolean {
  return script.file.editable && isAnalysed(script);
}

/** Whether a context may run code, or read names, in ways that are not seen here. */
function mayRunMore(realm: Realm): boolean {
  const { name, missing } = realm;
  const scripts = scriptsBeside(realm);
  const [first] = scripts;
  if (first === undefined || missing.length > 0) return true;
  const { extension } = first;
  if (extension.page(name)?.scripts.some(({ src, path, attributes }) => (src !== undefined && path === undefined) || attributes.has('data-main'))) return true;
  const isEvaluating = allows(extension.originalManifest, 'unsafe-eval');
  return scripts.some((script) =>
    hasComputedGlobals(script) || (isEvaluating && evaluation(script) !== undefined) || usesModuleAsWhole(script) ||
    (script.file.editable && /\bimport\s*\(|\bgetScript\b|\bimportScripts\b|(['"`])script\1|\bwith\s*\(/.test(script.text)));
}

/** Whether a module does more with another one than to take members by their names. */
function usesModuleAsWhole(script: Script): boolean {
  return isReadable(script) && script.isModule && script.program!.body.some((statement) => {
    if (statement.type === 'ExportNamedDeclaration') return statement.specifiers.some(({ type }) => type === 'ExportNamespaceSpecifier');
    return statement.type === 'ImportDeclaration' && statement.specifiers.some(({ type, local }) => type === 'ImportNamespaceSpecifier' && script.binding(local)?.references.some(({ node }) => {
      const member = parentOf(wrapped(node));
      return !isMember(member) || memberName(member) === undefined;
    }));
  });
}

/** Whether an attribute of a page says a name: `onclick="save()"`. */
function isSaidBy({ elements }: Page, name: string): boolean {
  const word = wordOf(name);
  return elements.some(({ attributes }) => [...attributes].some(([attribute, value]) => /^on/i.test(attribute) || /^\s*javascript:/i.test(value) ? word.test(value) : false));
}

const partsOf = once((program: t.Program): readonly Part[] => program.body.flatMap((statement) => partsIn(statement)));

function partsIn(statement: Node): Part[] {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.declaration ? partsIn(statement.declaration) : [{ node: statement, name: undefined, mentions: renamed(statement.specifiers) }];
    case 'ImportDeclaration':
      return [{ node: statement, name: undefined, mentions: renamed(statement.specifiers) }];
    case 'FunctionDeclaration':
      return [{ node: statement, name: statement.id!.name, mentions: mentionsIn(statement, statement.id!) }];
    case 'ClassDeclaration':
      return [{ node: statement, name: isPlain(statement) ? statement.id!.name : undefined, mentions: mentionsIn(statement, statement.id!) }];
    case 'VariableDeclaration':
      return statement.declarations.map((declarator) => {
        const { id, init } = declarator;
        const isNamed = id.type === 'Identifier' && (!init || isPlain(init));
        return { node: declarator, name: isNamed ? id.name : undefined, mentions: mentionsIn(declarator, id.type === 'Identifier' ? id : undefined) };
      });
    default:
      return [{ node: statement, name: undefined, mentions: mentionsIn(statement, undefined) }];
  }
}

/** Whether nothing of an expression runs before somebody uses its value. */
function isPlain(node: Node): boolean {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
      return !inner.decorators?.length && (!inner.superClass || inner.superClass.type === 'Identifier') &&
        inner.body.body.every((member) => member.type !== 'StaticBlock' && !('computed' in member && member.computed) && !('decorators' in member && member.decorators?.length) && !('static' in member && member.static && 'value' in member && member.value && !isPlain(member.value as Node)));
    case 'ObjectExpression':
      return inner.properties.every((property) => property.type !== 'SpreadElement' && !property.computed && (property.type === 'ObjectMethod' || isPlain(property.value)));
    case 'ArrayExpression':
      return inner.elements.every((element) => element === null || (element.type !== 'SpreadElement' && isPlain(element)));
    case 'NewExpression':
      return inner.callee.type === 'Identifier' && /^(Weak)?(Map|Set)$/.test(inner.callee.name) && inner.arguments.length === 0;
    case 'UnaryExpression':
      return /^[-+!~]$|^void$/.test(inner.operator) && /Literal$/.test(inner.argument.type);
    case 'BinaryExpression':
      return isPlain(inner.left) && isPlain(inner.right) && /Literal$|Binary/.test(inner.left.type) && /Literal$|Binary/.test(inner.right.type);
    case 'TemplateLiteral':
      return inner.expressions.length === 0;
    default:
      return isFunction(inner) || /Literal$/.test(inner.type) || inner.type === 'Identifier';
  }
}

/** The names by which a list of imports or exports takes what it gives other names. */
function renamed(specifiers: readonly Node[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const specifier of specifiers) {
    if (specifier.type !== 'ImportSpecifier' && specifier.type !== 'ExportSpecifier') continue;
    const [from, to] = specifier.type === 'ImportSpecifier' ? [specifier.imported, specifier.local] : [specifier.local, specifier.exported];
    if (nameOf(from) !== nameOf(to)) names.set(nameOf(from), specifier.start!);
  }
  return names;
}

/** The names that some code says: of variables, of members, and in texts that may be names or code. @param own the name that it declares */
function mentionsIn(code: Node, own: Node | undefined): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const add = (name: string, node: Node): void => {
    if (!names.has(name)) names.set(name, node.start!);
  };
  walk(code, (node) => {
    if (node === own) return;
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') add(node.name, node);
    const text = node.type === 'TemplateElement' ? node.value.raw : stringValue(node);
    if (text === undefined) return;
    if (/^[\w$]+$/.test(text)) add(text, node);
    else for (const [name] of text.matchAll(/[\w$]+(?=\s*\()/g)) add(name, node);
  });
  return names;
}
