import type * as t from '@babel/types';
import { parse } from 'jsonc-parser';
import { walk, type Node } from './ast.ts';
import { folderOf, normalise } from './page.ts';
import type { Syntax } from './parse.ts';
import { isDocumentationPath, isTestPath } from './roles.ts';
import { once, type SourceFile } from './source.ts';

/** Whether a path is that of TypeScript's settings. */
export function isCompilerSettings(path: string): boolean {
  return /(^|\/)tsconfig[^/]*\.json$/.test(path);
}

const BLANK = String.raw`(?:\s|/\*.*?\*/|//[^\n]*\n)*`;
/** Settings of TypeScript and of Babel with which each import stays that does not say `type`. */
const KEEPS = new RegExp(String.raw`\b(?:verbatimModuleSyntax|preserveValueImports|onlyRemoveTypeImports)["']?${BLANK}:${BLANK}(?:true\b|!0)|\bimportsNotUsedAsValues["']?${BLANK}:${BLANK}["'](?:preserve|error)["']`, 'is');
/** Published settings that have none of those. */
const PLAIN_SETTINGS = /^@tsconfig\/(node|recommended|create-react-app|react-native|esm|cypress|ember|next|nuxt|taro|remix|vite-react)/;
/** Of settings that extend others: nobody writes more. */
const LONGEST_CHAIN = 100;
/** What JSX may become a call of. */
const IMPLIED_BY_JSX = /^(React|Preact|Fragment|createElement|jsx|h|m)$/;
const PRAGMA = /@jsx(?:Frag)?\s+([\w$]+)/g;

/**
 * Whether settings of a project have TypeScript keep imports of which only types are used, or may: by what they extend, which is not at hand.
 * @param settings files that may be extended, by path; those that nothing extends count where `isSettings` says so
 */
export function keepsTypeImports(settings: ReadonlyMap<string, SourceFile>, isSettings: (path: string) => boolean): boolean {
  const seen = new Set<string>();
  const keeps = (path: string, depth = 0): boolean => {
    if (seen.has(path) || depth > LONGEST_CHAIN) return false;
    seen.add(path);
    const { text } = settings.get(path)!;
    return KEEPS.test(text) || (path.endsWith('.json') && !isTestPath(path) && !isDocumentationPath(path) && extendedNames(text).some((name) => {
      const other = extendedPath(path, name, settings);
      return other === undefined ? !PLAIN_SETTINGS.test(name) : keeps(other, depth + 1);
    }));
  };
  return [...settings.keys()].some((path) => isSettings(path) && keeps(path));
}

function extendedNames(text: string): readonly string[] {
  if (!text.includes('"extends"')) return [];
  const { extends: names } = readSettings(text) as { readonly extends?: unknown };
  return [names].flat().filter((name) => typeof name === 'string');
}

function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [character] of text.matchAll(/[[\]{}]/g)) {
    depth = '[{'.includes(character) ? depth + 1 : Math.max(depth - 1, 0);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const DEEPEST = 500;

/** The object that JSON with comments holds; an empty one for any other text, or what nobody has nested so deeply. */
export function readSettings(text: string): { readonly [key: string]: unknown } {
  if (nestingOf(text) > DEEPEST) return {};
  const value: unknown = parse(text, [], { allowTrailingComma: true });
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as { readonly [key: string]: unknown } : {};
}

/** The file that a path in a tsconfig.json means: `./base`, or of a reference the folder of one. */
export function extendedPath(path: string, name: string, settings: ReadonlyMap<string, unknown>): string | undefined {
  const other = name.startsWith('.') ? normalise(folderOf(path) + name) : undefined;
  return other === undefined ? undefined : [other, `${other}.json`, `${other}/tsconfig.json`].find((candidate) => settings.has(candidate));
}

/** What a script in JavaScript loads by imports and re-exports, as it is written; or one in TypeScript that keeps them all. */
export const importedNames = once(({ program }: Syntax): readonly string[] => namesOf(program, () => false));

/** The same of a script in TypeScript, which leaves out an import of which only types are used. */
export function importedValues(syntax: Syntax, { path, text }: SourceFile): readonly string[] {
  const { program, scopes } = syntax;
  const mayHaveJsx = path.endsWith('.tsx');
  const implied = new Set(mayHaveJsx ? [...text.matchAll(PRAGMA)].map(([, name]) => name!) : []);
  const isImplied = (name: string): boolean => mayHaveJsx && (IMPLIED_BY_JSX.test(name) || implied.has(name) || text.split(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`)).length === 2);
  return namesOf(program, (locals) => locals.every((local) => scopes.bindingOf(local)?.references.length === 0 && !isImplied(local.name)) && !hasHiddenUses(syntax, locals));
}

/** The names of the modules that a script loads as it starts. */
function namesOf({ body }: t.Program, isLeftOut: (locals: readonly t.Identifier[]) => boolean): readonly string[] {
  return body.flatMap((statement) => {
    if (statement.type === 'TSImportEqualsDeclaration') {
      const { moduleReference: module, id, importKind, isExport } = statement;
      return module.type !== 'TSExternalModuleReference' || importKind === 'type' || (!isExport && isLeftOut([id])) ? [] : [module.expression.value];
    }
    if (statement.type !== 'ImportDeclaration' && statement.type !== 'ExportAllDeclaration' && statement.type !== 'ExportNamedDeclaration') return [];
    const isType = ('importKind' in statement && statement.importKind === 'type') || ('exportKind' in statement && statement.exportKind === 'type');
    if (!statement.source || isType) return [];
    if (statement.type === 'ImportDeclaration' && statement.specifiers.length > 0) {
      const locals = statement.specifiers.flatMap((specifier) => (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type' ? [] : [specifier.local]));
      if (isLeftOut(locals)) return [];
    }
    return [statement.source.value];
  });
}

/** Whether decorators may have the types of a class kept as values, or `import Part = Whole.Part` uses an import. */
function hasHiddenUses(syntax: Syntax, locals: readonly t.Identifier[]): boolean {
  if (locals.length === 0) return false;
  const { isDecorated, aliased } = hiddenUses(syntax);
  return isDecorated || locals.some(({ name }) => aliased.has(name));
}

const hiddenUses = once(({ program }: Syntax): { readonly isDecorated: boolean; readonly aliased: ReadonlySet<string> } => {
  let isDecorated = false;
  const aliased = new Set<string>();
  walk(program, (node) => {
    isDecorated ||= node.type === 'Decorator';
    if (node.type === 'TSImportEqualsDeclaration') aliased.add(firstName(node.moduleReference));
  });
  return { isDecorated, aliased };
});

function firstName(node: Node): string {
  return node.type === 'TSQualifiedName' ? firstName(node.left) : node.type === 'Identifier' ? node.name : '';
}
