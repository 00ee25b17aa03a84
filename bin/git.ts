import { relative, sep } from 'node:path';

/**
 * Which of some files git does not hold as they are on disk: modified, staged, or not tracked at all. Files of a submodule
 * that is not as it was committed count as a whole. Outside a repository, or without git, the list is empty.
 * @param files absolute paths below the folder
 * @throws Error if git refuses to say
 */
export function uncommitted(folder: string, files: readonly string[]): string[] {
  if (files.length === 0) return [];
  let status: string;
  let prefix: string;
  try {
    prefix = git(folder, ['rev-parse', '--show-prefix']).replace(/\n$/, '');
    status = git(folder, ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--ignored=matching', '--ignore-submodules=none', '--', '.']);
  } catch (error) {
    const { code, stderr = '' } = error as { code?: string; stderr?: string };
    if (code === 'ENOENT' || stderr.includes('not a git repository')) return [];
    throw new Error(stderr.trim().split('\n')[0] || String(error));
  }
  const dirty = new Set(status.split('\0').filter(Boolean).map((line) => line.slice(3).replace(/\/$/, '')));
  return files.filter((file) => {
    const segments = (prefix + relative(folder, file).split(sep).join('/')).split('/');
    return segments.some((_, index) => dirty.has(segments.slice(0, index + 1).join('/')));
  });
}

function git(folder: string, args: readonly string[]): string {
  // Loads much, and only where something is written.
  const { execFileSync } = process.getBuiltinModule('node:child_process');
  return execFileSync('git', ['-C', folder, '--no-optional-locks', ...args], {
    encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024, env: { ...process.env, LC_ALL: 'C' },
  });
}
