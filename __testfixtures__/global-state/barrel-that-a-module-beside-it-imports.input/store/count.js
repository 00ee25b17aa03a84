import { store } from '.';

export function countTab() {
  store.tabs += 1;
}
