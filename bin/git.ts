import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';

/**
 * Which of some files git does not hold as they are on disk: modified, staged, or not tracked at all.
 * Outside a repository, or without git, nothing can be lost that was safe before: the list is empty.
 * @param files absolute paths
 */
export function uncommitted(folder: string, files: readonly string[]): string[] {
  if (files.length === 0) return [];
  let status: string;
  try {
    status = git(folder, ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--ignored=matching', '--', '.']);
  } catch {
    return [];
  }
  const top = git(folder, ['rev-parse', '--show-toplevel']).trim();
  const dirty = status.split('\0').filter(Boolean).map((line) => line.slice(3));
  return files.filter((file) => {
    const path = relative(top, file).replaceAll('\\', '/');
    return dirty.some((entry) => entry === path || (entry.endsWith('/') && path.startsWith(entry)));
  });
}

function git(folder: string, args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024 });
}
