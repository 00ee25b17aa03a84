import type { API, FileInfo, Options } from 'jscodeshift';
import actionApi from './action-api.ts';
import { runAlone, type Transform } from './lib/define.ts';

/** All transforms. The order only decides who goes first where two want the same place. */
export const transforms: readonly Transform[] = [
  actionApi,
];

/** The whole set as one jscodeshift transform. */
export default function all(file: FileInfo, api: API, options: Options = {}): string | undefined {
  return runAlone(transforms, file, api, options);
}
