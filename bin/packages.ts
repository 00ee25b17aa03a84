import { builtinModules } from 'node:module';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Packages } from '../transforms/lib/extension.ts';

/** What is asked of a package.json. */
export interface PackageInfo {
  readonly name?: unknown;
  readonly scripts?: unknown;
  readonly workspaces?: unknown;
  readonly dependencies?: object;
  readonly devDependencies?: object;
  readonly peerDependencies?: object;
  readonly optionalDependencies?: object;
}

/** The package in a folder; undefined where there is none. */
export function packageIn(folder: string): PackageInfo | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageInfo | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * The packages that code in a folder may import: those that it or a folder around it installs, as far as the repository or its workspaces go,
 * and those of the same repository. Undefined where no package.json is found.
 */
export function packagesOf(folder: string): Packages | undefined {
  const installed = new Set<string>(builtinModules);
  const own = new Set<string>();
  let isKnown = false;
  for (let around = folder, level = 0; level < HIGHEST; level += 1) {
    const info = packageIn(around);
    if (info !== undefined) {
      isKnown = true;
      if (typeof info.name === 'string') installed.add(info.name);
      for (const [name, version] of Object.entries({ ...info.peerDependencies, ...info.optionalDependencies, ...info.devDependencies, ...info.dependencies })) {
        installed.add(name.replace(/^@types\/(?=\w)/, ''));
        installed.add(name);
        if (typeof version === 'string' && LOCAL.test(version)) own.add(name);
      }
    }
    const workspaces = workspacesOf(around, info);
    for (const pattern of workspaces) for (const place of placesOf(around, pattern)) {
      const name = packageIn(place)?.name;
      if (typeof name === 'string' && !`${folder}/`.startsWith(`${place}/`)) own.add(name);
    }
    if (workspaces.length > 0 || existsSync(join(around, '.git')) || dirname(around) === around) break;
    around = dirname(around);
  }
  return isKnown ? { installed, own } : undefined;
}

/** How many folders are looked at: nobody puts an extension deeper into a repository. */
const HIGHEST = 6;
/** A version that is a folder's path. */
const LOCAL = /^(workspace|link|portal):/;

/** The patterns of the folders that hold packages of a repository. */
function workspacesOf(folder: string, info: PackageInfo | undefined): readonly string[] {
  const { workspaces } = info ?? {};
  const listed: unknown = Array.isArray(workspaces) ? workspaces : (workspaces as { packages?: unknown } | undefined)?.packages;
  if (Array.isArray(listed)) return listed.filter((one) => typeof one === 'string');
  try {
    return [...readFileSync(join(folder, 'pnpm-workspace.yaml'), 'utf8').matchAll(/^\s*-\s*['"]?([^'"#\s]+)/gm)].map(([, pattern]) => pattern!);
  } catch {
    return [];
  }
}

/** The folders that a pattern of workspaces means: `packages/core`, `packages/*`, `libs/**`. */
function placesOf(folder: string, pattern: string): readonly string[] {
  if (pattern.startsWith('!')) return [];
  return pattern.split('/').reduce<readonly string[]>((places, segment) => {
    if (segment === '' || segment === '.') return places;
    if (!segment.includes('*')) return places.map((place) => join(place, segment));
    const below = places.flatMap(foldersIn);
    return segment === '**' ? [...below, ...below.flatMap(foldersIn)] : below;
  }, [folder]);
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')).map(({ name }) => join(folder, name));
  } catch {
    return [];
  }
}
