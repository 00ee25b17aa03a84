import { keyName, propertyValue, unwrap, walk, type Node } from '../transforms/lib/ast.ts';
import { folderOf } from '../transforms/lib/page.ts';
import { parseScript } from '../transforms/lib/parse.ts';
import { once, type SourceFile } from '../transforms/lib/source.ts';

const CONFIG = /^(?:(?:config|webpack|build|scripts|tools|tasks)\/)?(?:(?:webpack|rollup|vite|esbuild|tsup|rspack)(?:[.-]\w+)*|build(?:\.\w+)?)\.[mc]?[jt]s$/;
const TESTS = /(^|[./-])(tests?|spec|karma|e2e|storybook)[./-]/;
/** A longer one is no path. */
const LONGEST_PATH = 1000;

/** Whether a path is that of a bundler's configuration. */
export function isBundlerConfig(path: string): boolean {
  return CONFIG.test(path) && !TESTS.test(path);
}

/** A bundler's configuration. Folders are relative to the project's, which is `''`. */
export interface Config {
  readonly program: Node;
  readonly folder: string;
  /** What webpack takes the paths of its entries relative to, and of other things. */
  readonly contexts: readonly string[];
  /** What its constants hold. */
  readonly constants: ReadonlyMap<string, Node>;
  /** Those that have been read as paths; undefined while one is being read, which ends a cycle. */
  readonly values: Map<string, string | undefined>;
}

/** What a configuration says; read, never run. Undefined for one that does not parse. */
export const readConfig = once(({ path, text }: SourceFile): Config | undefined => {
  const syntax = parseScript(text, path);
  if (!('program' in syntax)) return undefined;
  const constants = new Map<string, Node>();
  const contexts: Node[] = [];
  const declared = new Set<string>();
  walk(syntax.program, (node) => {
    if (node.type === 'VariableDeclaration') {
      for (const { id, init } of node.declarations) {
        if (id.type !== 'Identifier') continue;
        // Of two of one name, in several functions, it is not known which is meant.
        if (declared.has(id.name)) constants.delete(id.name);
        else if (init && node.kind === 'const') constants.set(id.name, init);
        declared.add(id.name);
      }
    }
    if (node.type === 'ObjectProperty' && keyName(node) === 'context') contexts.push(node.value);
  });
  const config = { program: syntax.program, folder: folderOf(path).slice(0, -1), contexts: [], constants, values: new Map<string, string | undefined>() };
  return { ...config, contexts: contexts.flatMap((context) => pathOf(context, config) ?? []) };
});

/** The value of the first of some keys that an object literal has; of a list the last item. */
export function firstOf(object: Node | undefined, keys: readonly string[]): Node | undefined {
  if (object?.type !== 'ObjectExpression') return undefined;
  const value = keys.map((key) => propertyValue(object, key)).find(Boolean);
  return value?.type === 'ArrayExpression' ? value.elements.at(-1) ?? undefined : value;
}

/**
 * The path that an expression of a configuration means; with a slash at its start where it is known to be one of the project:
 * `'./src/background.ts'`, `['./src/background.ts']`, `` `${__dirname}/src/background.ts` ``, `path.join(__dirname, 'src', 'background.ts')`
 */
export function pathOf(value: Node | undefined, config: Config): string | undefined {
  const node = value && unwrap(value);
  switch (node?.type) {
    case 'StringLiteral': return node.value;
    case 'ArrayExpression': return pathOf(node.elements.at(-1) ?? undefined, config);
    case 'ObjectExpression': return pathOf(propertyValue(node, 'import'), config);
    case 'Identifier': {
      if (node.name === '__dirname') return `/${config.folder}`;
      if (!config.values.has(node.name)) {
        config.values.set(node.name, undefined);
        const path = pathOf(config.constants.get(node.name), config);
        config.values.set(node.name, path !== undefined && path.length <= LONGEST_PATH ? path : undefined);
      }
      return config.values.get(node.name);
    }
    case 'TemplateLiteral': {
      const parts = node.quasis.flatMap(({ value: { cooked } }, index) => [cooked ?? '', ...(index < node.expressions.length ? [pathOf(node.expressions[index] as Node, config)] : [])]);
      return parts.includes(undefined) ? undefined : parts.join('');
    }
    case 'BinaryExpression': {
      const parts = [pathOf(node.left as Node, config), pathOf(node.right, config)];
      return node.operator !== '+' || parts.includes(undefined) ? undefined : parts.join('');
    }
    case 'NewExpression':
    case 'CallExpression': {
      const parts = node.arguments.flatMap((argument) => pathOf(argument as Node, config) ?? []);
      if (parts.length === 0) return undefined;
      // `new URL('./src/background.ts', import.meta.url)`
      return (node.type === 'NewExpression' ? [`/${config.folder}`, ...parts] : parts).join('/');
    }
    default: return undefined;
  }
}

/** What an expression of a configuration holds: of a constant's name that constant's value. */
export function constantOf(value: Node | undefined, { constants }: Config): Node | undefined {
  const node = value && unwrap(value);
  return node?.type === 'Identifier' ? constants.get(node.name) : node;
}
