import { store } from '.';

export const names = Object.keys(store);
