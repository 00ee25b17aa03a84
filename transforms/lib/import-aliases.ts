/**
 * A name that a project's settings give to files, for its imports: `@/*` for `src/*`, as in `paths` of a tsconfig.json.
 * @see https://www.typescriptlang.org/tsconfig/#paths
 */
export interface ImportAlias {
  /** The folder whose modules may use it, with a slash at its end, or ''. */
  readonly within: string;
  /** The whole name, or with one `*` what names begin and end with. */
  readonly name: string;
  /** What it stands for, relative to the root, in the order in which it is looked for; a `*` is what the name's one stands for. */
  readonly paths: readonly string[];
}

/** The paths that a module may mean by a name, the likeliest first: the settings nearest to the module, and the longest beginning. */
export function aliasedPaths(aliases: readonly ImportAlias[], from: string, name: string): string[] {
  const found = aliases.flatMap((alias) => {
    const rest = from.startsWith(alias.within) ? restOf(alias.name, name) : undefined;
    return rest === undefined ? [] : [{ alias, rest }];
  });
  found.sort(({ alias: a }, { alias: b }) => b.within.length - a.within.length || beginningOf(b) - beginningOf(a));
  return found.flatMap(({ alias, rest }) => alias.paths.map((path) => path.replace('*', () => rest)));
}

/** What the `*` of a pattern stands for in a name; '' where the name is the pattern itself. */
function restOf(pattern: string, name: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === name ? '' : undefined;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const isMatch = name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after);
  return isMatch ? name.slice(before.length, name.length - after.length) : undefined;
}

function beginningOf({ name }: ImportAlias): number {
  const star = name.indexOf('*');
  return star < 0 ? Infinity : star;
}
